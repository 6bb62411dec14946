import type { Context } from 'hono';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Session } from '#shared/domain/session.ts';
import type { Staff } from '#shared/domain/staff.ts';
import type { Frame } from './pages/layout.ts';
import type { RouteName, routeTable } from './route-table.ts';

/** Who asks: somebody of the staff, with their session. */
export type Asker = { staff: Staff; session: Session; secret: string };

/** What the guard knows before a handler runs. */
export type DeskEnv = {
  Variables: {
    /** what every page is drawn with */
    frame: Frame;
    /** null only on routes that anybody may open */
    asker: Asker | null;
    /** on routes about a case: the one its address names */
    submissionId: SubmissionId;
  };
};

export type DeskContext<Path extends string = string> = Context<DeskEnv, Path>;

/** What answers a row of the table; it knows the parts of its own address. */
export type Handler<Name extends RouteName> = (
  context: DeskContext<(typeof routeTable)[Name]['path']>,
) => Response | Promise<Response>;

/** One handler for each row: a row without one, or one without a row, does not compile. */
export type Handlers = { [Name in RouteName]: Handler<Name> };
