import { makeResolveStanding } from '#functions/desk/resolve-standing.ts';
import { listUnresolved } from '#functions/year-end/unresolved.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { listResolutionsOf } from '#shared/records/resolution-records.ts';
import { findStanding } from '#shared/records/standing-records.ts';
import type { Office } from './open-office.ts';
import { reviewers, supervisor } from './staff.ts';

/** What came of the list that the office proposes for a person's decision. */
export type EndOfYear = {
  readonly listed: number;
  readonly inactive: readonly string[];
  readonly refused: readonly string[];
};

/**
 * The supervisor goes through everybody past the last day. Who has sent nothing does not remain active, when a colleague agrees; who
 * has sent something is left as they are, since the director has not said what follows.
 */
export async function sayWhatFollows(office: Office, year: number): Promise<EndOfYear> {
  const { records, programme } = office;
  const resolve = makeResolveStanding({ ...office, secrets: randomSecrets });
  const most = Number.POSITIVE_INFINITY;
  const { people } = await listUnresolved(records, { year, timeZone: programme.timeZone, most });
  const inactive: string[] = [];
  const refused: string[] = [];
  for (const { standing, mails } of people) {
    if (mails.length > 0) continue;
    const { specialistId } = standing;
    office.clock.moveBy(120);
    const found = await findStanding(records, specialistId, year);
    const reason = 'Nothing was received for the year, and every reminder went out.';
    const about = { specialistId, year };
    const version = found?.version ?? 0;
    const asked = { ...about, who: supervisor, version, action: 'inactive', until: '', reason };
    const proposed = await resolve.propose(asked);
    const [last] = (await listResolutionsOf(records, specialistId)).slice(-1);
    const number = last?.resolution.number ?? 0;
    const agreed = await resolve.confirm({ ...about, who: reviewers[0], number });
    if (proposed.answer === 'waits-for-second' && agreed.answer === 'done') inactive.push(specialistId);
    else refused.push(`${specialistId}: ${proposed.answer}, ${agreed.answer}`);
  }
  return { listed: people.length, inactive, refused };
}
