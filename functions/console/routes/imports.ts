import { type ImportAnswer, makeImportRegister } from '#functions/load-registers/import-register.ts';
import { type RegisterName, registerNameSchema } from '#shared/domain/register-import.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { chooseImportPage, importPage } from '../pages/import-pages.ts';

type Names = 'chooseImport' | 'sendImport' | 'import' | 'applyImport';

const importTroubles = ['no-file', 'no-such-import', 'changed-meanwhile', 'too-many-identity-changes'] as const;
export type ImportTrouble = (typeof importTroubles)[number];

/** A register is handed over, looked at, and only then applied; each page works without a script. */
export function importRoutes(deps: ConsoleDeps): Pick<Handlers, Names> {
  const imports = makeImportRegister(deps);
  return {
    chooseImport(context) {
      const register = registerIn(context);
      if (register === null) return context.notFound();
      return context.html(chooseImportPage(context.var.frame, register, troubleIn(context)));
    },
    async sendImport(context) {
      const [register, { asker }] = [registerIn(context), context.var];
      if (register === null || asker === null) return context.notFound();
      const file = (await readForm(context)).get('file');
      if (!(file instanceof File) || file.size === 0)
        return context.redirect(`/imports/${register}?trouble=no-file`, 303);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const sha256 = await imports.receive(register, { name: file.name, bytes }, asker.staff.staffId);
      return context.redirect(`/imports/${register}/${sha256}`, 303);
    },
    async import(context) {
      const register = registerIn(context);
      if (register === null) return context.notFound();
      const shown = await imports.preview(register, context.req.param('sha256'));
      if (shown === null) return context.redirect(`/imports/${register}?trouble=no-such-import`, 303);
      return context.html(importPage(context.var.frame, shown, troubleIn(context)));
    },
    async applyImport(context) {
      const [register, { asker }] = [registerIn(context), context.var];
      if (register === null || asker === null) return context.notFound();
      const form = await readForm(context);
      const sha256 = context.req.param('sha256');
      const identity = form.getAll('identity').filter((key) => typeof key === 'string');
      const planSha256 = textIn(form, 'plan');
      const answer = await imports.apply({ register, sha256, who: asker.staff.staffId, planSha256, identity });
      return context.redirect(addressAfter(answer, register, sha256), 303);
    },
  };
}

function addressAfter(answer: ImportAnswer, register: RegisterName, sha256: string): string {
  if (answer === 'no-such-import') return `/imports/${register}?trouble=${answer}`;
  const address = `/imports/${register}/${sha256}`;
  return answer === 'done' || answer === 'more' ? address : `${address}?trouble=${answer}`;
}

function registerIn(context: DeskContext): RegisterName | null {
  return registerNameSchema.safeParse(context.req.param('register')).data ?? null;
}

function troubleIn(context: DeskContext): ImportTrouble | null {
  return importTroubles.find((one) => one === context.req.query('trouble')) ?? null;
}
