import { z } from 'zod';
import { type Role, roleSchema, type Staff, staffIdSchema } from '#shared/domain/staff.ts';
import { findPasswordHash, findStaff, listStaff } from '#shared/records/staff-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { type AccountsContent, accountsPage } from '../pages/accounts-page.ts';
import { type AccountPorts, addAccount, giveRoles, revokeAccount, setUpLink } from '../sign-in/accounts.ts';

type Names = 'accounts' | 'addAccount' | 'giveRoles' | 'renewLink' | 'closeAccount';
type Told = Pick<AccountsContent, 'news' | 'newLink'>;

const done = (text: string): Told => ({ news: { kind: 'done', text }, newLink: null });
const refused = (text: string): Told => ({ news: { kind: 'refused', text }, newLink: null });
const namesSchema = z.object({
  name: z.string().trim().min(1).max(100),
  signInName: z.string().trim().min(1).max(200),
});
const noRole = 'Choose at least one role.';
const ownAccount = 'Your own account is changed by another admin, so that nobody locks everybody out by a slip.';

/** Accounts in the browser; `npm run staff` does the same at the machine. */
export function accountRoutes(deps: ConsoleDeps): Pick<Handlers, Names> {
  const { records, signIn } = deps;

  async function show(context: DeskContext, told: Told, status: 200 | 422 = 200) {
    const members = await listStaff(records);
    const hashes = await Promise.all(members.map(({ staffId }) => findPasswordHash(records, staffId)));
    const staff = members.map((member, index) => ({ member, hasPassword: (hashes[index] ?? null) !== null }));
    return context.html(accountsPage(context.var.frame, { by: signIn.by, staff, ...told }), status);
  }

  const answer = (context: DeskContext, told: Told) => show(context, told, told.news?.kind === 'refused' ? 422 : 200);

  function portsOf({ var: { asker } }: DeskContext): AccountPorts {
    return { ...deps, ...(asker === null ? {} : { by: asker.staff.staffId }) };
  }

  async function linkFor(context: DeskContext, { name, staffId }: Staff): Promise<Told> {
    const address = `${deps.publicUrl ?? new URL(context.req.url).origin}${await setUpLink(portsOf(context), staffId)}`;
    return { news: null, newLink: { for: name, address } };
  }

  /** Somebody else's account of this desk; null where there is none to change. */
  async function named(context: DeskContext<'/accounts/:staffId/:change'>): Promise<Staff | null> {
    const staffId = staffIdSchema.safeParse(context.req.param('staffId'));
    if (!staffId.success || signIn.by !== 'password') return null;
    return (await findStaff(records, staffId.data))?.staff ?? null;
  }

  async function change(context: DeskContext<'/accounts/:staffId/:change'>, how: (staff: Staff) => Promise<Told>) {
    const staff = await named(context);
    if (staff === null) return context.notFound();
    const isOwn = staff.staffId === context.var.asker?.staff.staffId;
    return answer(context, isOwn ? refused(ownAccount) : await how(staff));
  }

  return {
    accounts: (context) => show(context, { news: null, newLink: null }),

    async addAccount(context) {
      if (signIn.by !== 'password') return context.notFound();
      const form = await readForm(context);
      const names = namesSchema.safeParse({ name: textIn(form, 'name'), signInName: textIn(form, 'signInName') });
      const roles = rolesIn(form);
      if (!names.success) return answer(context, refused('Give a name and a sign-in name.'));
      if (roles.length === 0) return answer(context, refused(noRole));
      const added = await addAccount(portsOf(context), { ...names.data, roles });
      if (added === null) return answer(context, refused('Somebody has this sign-in name. Choose another one.'));
      return answer(context, await linkFor(context, added));
    },

    giveRoles: (context) =>
      change(context, async ({ signInName, name }) => {
        const roles = rolesIn(await readForm(context));
        if (roles.length === 0) return refused(noRole);
        const changed = await giveRoles(portsOf(context), signInName, roles);
        return changed === null
          ? refused('Somebody else changed this account at the same moment. Look, and try again.')
          : done(`${name} is now ${changed.roles.join(', ')}, and signs in anew.`);
      }),

    renewLink: (context) =>
      change(context, async (staff) =>
        staff.roles.length === 0 ? refused('This account is closed. Give it roles first.') : linkFor(context, staff),
      ),

    closeAccount: (context) =>
      change(context, async ({ signInName, name }) => {
        const closed = await revokeAccount(portsOf(context), signInName);
        return closed === null
          ? refused('Somebody else changed this account. Try again.')
          : done(`${name} can no longer sign in.`);
      }),
  };
}

function rolesIn(form: FormData): Role[] {
  return form.getAll('role').flatMap((role) => roleSchema.safeParse(role).data ?? []);
}
