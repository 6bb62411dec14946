import { makeAnswerQuarantine, makeOrderQuarantine } from '#functions/desk/quarantine.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { noteAtDesk } from '#shared/records/history-records.ts';
import { listQuarantineOrders } from '#shared/records/quarantine-records.ts';
import { listStaff } from '#shared/records/staff-records.ts';
import { readForm, textIn } from '../access/read-form.ts';
import { isQuarantined } from '../cases/original.ts';
import { walkSubmissions } from '../cases/walk-submissions.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { DeskContext, Handlers } from '../handlers.ts';
import { quarantinePage } from '../pages/quarantine-page.ts';

const casesPerPage = 25;

const isSuspect = ({ outcome, reasons, quarantineOrder }: Submission) =>
  outcome === 'quarantined' || quarantineOrder !== undefined || reasons.some(({ code }) => code === 'unsafe-file');

/** What was held back as dangerous: looked through, released or given up by two people of security. */
export function quarantineRoutes(deps: ConsoleDeps): Pick<Handlers, 'quarantine' | 'answerQuarantine'> {
  const { records, clock } = deps;
  const order = makeOrderQuarantine(deps);
  const answer = makeAnswerQuarantine(deps);

  async function show(context: DeskContext, refused: string | null) {
    const from = context.req.query('from');
    const me = context.var.asker?.staff.staffId ?? null;
    if (me !== null)
      await noteAtDesk(records, { at: clock.now(), by: 'person', action: 'quarantine-looked-at', codes: [], who: me });
    const { submissions: suspect, ...page } = await walkSubmissions(records, clock.now(), {
      ...{ from, limit: casesPerPage, isWanted: isSuspect },
    });
    const cases = await Promise.all(
      suspect.map(async (submission) => {
        const files = (await listFiles(records, submission.submissionId)).map(({ file }) => file);
        const orders = (await listQuarantineOrders(records, submission.submissionId)).map((one) => one.order);
        return { submission, files: files.filter((file) => isQuarantined(submission, file)), orders };
      }),
    );
    const names = new Map((await listStaff(records)).map(({ staffId, name }) => [staffId, name]));
    const content = { cases, names, me, refused, page: { ...page, from } };
    return context.html(quarantinePage(context.var.frame, content), refused === null ? 200 : 422);
  }

  return {
    quarantine: (context) => show(context, null),

    async answerQuarantine(context) {
      const { asker } = context.var;
      if (asker === null) return context.notFound();
      const form = await readForm(context);
      const about = { reference: textIn(form, 'reference'), who: asker.staff.staffId };
      const reason = textIn(form, 'reason');
      const ways = new Map([
        ['release', () => order({ ...about, action: 'release', reason })],
        ['destroy', () => order({ ...about, action: 'destroy', reason })],
        ['agree', () => answer({ ...about, says: 'yes' })],
        ['refuse', () => answer({ ...about, says: 'no' })],
      ]);
      const done = await ways.get(textIn(form, 'do'))?.();
      if (done === undefined) return show(context, 'Say what is to be done.');
      return done.done ? context.redirect('/quarantine', 303) : show(context, done.why);
    },
  };
}
