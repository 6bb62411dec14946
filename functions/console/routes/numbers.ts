import type { ConsoleDeps } from '../console-deps.ts';
import type { Handlers } from '../handlers.ts';
import { gatherNumbers } from '../numbers/gather-numbers.ts';
import { numbersPage } from '../pages/numbers-page.ts';

export function numbersRoutes(deps: ConsoleDeps): Pick<Handlers, 'numbers'> {
  return {
    async numbers(context) {
      const { asker, frame } = context.var;
      if (asker === null) return context.notFound();
      const now = deps.clock.now();
      const asked = context.req.query('month') ?? '';
      const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : now.slice(0, 7);
      const me = asker.staff.staffId;
      return context.html(numbersPage(frame, await gatherNumbers(deps, month, { now, me })));
    },
  };
}
