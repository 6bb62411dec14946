import type { DeskContext } from '../handlers.ts';

/** What was sent; what is no form counts as an empty one. Read as often as needed. */
export async function readForm(context: DeskContext): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch {
    return new FormData();
  }
}

/** One field as text; '' when it was not sent or is a file. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
