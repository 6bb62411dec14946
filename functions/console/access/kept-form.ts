import { z } from 'zod';

/** What somebody had typed when their session ended: kept in the page, so that nothing is typed twice. */
const keptFormSchema = z.object({
  action: z.string().regex(/^\/(?![/\\])[\w/.~%?=&+:-]*$/),
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(2_000),
});
export type KeptForm = z.infer<typeof keptFormSchema>;

const charactersMax = 200_000;
export const formKeyName = 'formKey';

/** The key is of the session that ended; passwords are for nobody to find in a page. */
const neverKept: ReadonlySet<string> = new Set([formKeyName, 'password', 'again']);

/** Files are not kept: a browser does not let a page choose them again. */
export function keepForm(action: string, form: FormData): KeptForm | null {
  const typed = Array.from(form.entries()).filter(([name]) => !neverKept.has(name));
  const fields = typed.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const kept = keptFormSchema.safeParse({ action, fields });
  return kept.success && JSON.stringify(kept.data).length <= charactersMax ? kept.data : null;
}

/** As it came back in a hidden field of the sign-in page. */
export function keptFormIn(text: unknown): KeptForm | null {
  if (typeof text !== 'string' || text === '' || text.length > charactersMax) return null;
  try {
    return keptFormSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
