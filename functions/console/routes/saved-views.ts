import { savedViewRemoval, savedViewSchema, savedViewWrite } from '#shared/records/saved-view-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { addressOf, filterIn, queryOf } from '../queue/queue-filter.ts';

/** Names that somebody gives to parts of the queue. The address is the view: a colleague opens it from a mail as well. */
export function savedViewRoutes({ records }: ConsoleDeps): Pick<Handlers, 'keepView' | 'removeView'> {
  return {
    async keepView(context) {
      const { asker } = context.var;
      if (asker === null) return context.notFound();
      const form = await readForm(context);
      const filter = filterIn(new URLSearchParams(textIn(form, 'filter')));
      const view = savedViewSchema.safeParse({ name: textIn(form, 'name'), query: queryOf(filter) });
      if (view.success) await records.write([savedViewWrite(asker.staff.staffId, view.data)]);
      return context.redirect(addressOf(filter), 303);
    },
    async removeView(context) {
      const { asker } = context.var;
      if (asker === null) return context.notFound();
      const form = await readForm(context);
      const name = savedViewSchema.shape.name.safeParse(textIn(form, 'name'));
      if (name.success) await records.write([savedViewRemoval(asker.staff.staffId, name.data)]);
      return context.redirect(addressOf(filterIn(new URLSearchParams(textIn(form, 'filter')))), 303);
    },
  };
}
