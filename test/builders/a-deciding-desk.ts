import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApplyRules } from '#functions/apply-rules/apply-rules.ts';
import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { makeCorrect } from '#functions/desk/correct.ts';
import { makeDecide } from '#functions/desk/decide.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { makeReadAgain } from '#functions/desk/read-again.ts';
import { makeReopen } from '#functions/desk/reopen.ts';
import { makeSecond } from '#functions/desk/second.ts';
import { makeUndo } from '#functions/desk/undo.ts';
import { makeFileSubmission } from '#functions/file-submission/file-submission.ts';
import { makeSetAside } from '#functions/set-aside/set-aside.ts';
import { makeSettleDecision } from '#functions/settle-decision/settle-decision.ts';
import { makeStartDecisions } from '#functions/start-decisions/start-decisions.ts';
import { makeTellSender } from '#functions/tell-sender/tell-sender.ts';
import { makeLocalRunner, type Step, type Steps } from '#infra/local/run-machine.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import type { BlindPolicy } from '#shared/domain/blind-sample.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { noRulings } from '#shared/domain/ruling.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findVersionedReview, reviewWrite } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { faultInputSchema, runInputSchema } from '#shared/workflow/steps.ts';
import { aDeskOfMails, type SentMail } from './a-desk-of-mails.ts';
import { submissionIdFor } from './a-submission.ts';
import { ann, cleo } from './staff.ts';

type Options = {
  undoSeconds?: number;
  secondShare?: number;
  blindShare?: number;
  roster?: readonly Specialist[];
  /** the desk's clock stands at this instant, which has to be past: the settle machine waits by the real one */
  now?: string;
};

/** Reviewers who decide, with the real settle machine, a real clock and an outbox folder behind them. */
export async function aDecidingDesk({ undoSeconds = 0, secondShare = 0, blindShare = 0, roster, now }: Options = {}) {
  const mails = await aDeskOfMails(roster);
  const { records } = mails;
  const programme = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');
  const outbox = mkdtempSync(join(tmpdir(), 'desk-outbox-'));
  const clock = now === undefined ? systemClock : { now: () => now };
  const ports = { records, clock, programme, blindSample: { share: blindShare, seed: 'a test' } };
  const whatIf = makeWhatIf(ports);
  const steps = stepsOf(ports, outbox);
  const open = (own: Partial<Steps> = {}) =>
    makeLocalRunner({ steps: { ...steps, ...own }, records, log: makeLog({ write: () => {} }), atOnce: 2 });
  let runner = open();
  const policy = { undoSeconds, secondShare };
  const desk = () => ({ records, clock, runner, whatIf, policy });
  const leases = makeLeases(ports);
  const version = async (number: number) => (await findSubmission(records, submissionIdFor(number)))?.version ?? 0;

  return {
    ...mails,
    programme,
    whatIf,
    leases,
    version,
    steps,
    /** A mail that waits for a person. */
    async waiting(number: number, mail: SentMail): Promise<void> {
      await mails.layIn(number, mail);
      await mails.judge(number);
      const found = await findSubmission(records, submissionIdFor(number));
      if (!found) throw new Error('the mail was not stored');
      const { submissionId, reference, reasons } = found.submission;
      await records.write([reviewWrite({ submissionId, reference, openedAt: clock.now(), reasons, state: 'open' })]);
      await steps.FileSubmission({ submissionId, runId: found.submission.runId });
    },
    file: async (number: number) => {
      const found = await findSubmission(records, submissionIdFor(number));
      if (found)
        await steps.FileSubmission({ submissionId: found.submission.submissionId, runId: found.submission.runId });
    },
    claim: (number: number, who: StaffId = ann) => leases.claim(submissionIdFor(number), who),
    say: async (number: number, changes: unknown[], who: StaffId = ann) =>
      makeCorrect(ports)({ submissionId: submissionIdFor(number), who, version: await version(number), changes }),
    decide: async (number: number, order: object, who: StaffId = ann) =>
      makeDecide(desk())({
        ...{ submissionId: submissionIdFor(number), who, version: await version(number) },
        ...{ action: 'accept', rulings: noRulings, letter: null, reason: null, ...order },
      }),
    /** `clockAt`: by this clock, where the desk's own is not meant */
    undo: (number: number, decision: number, who: StaffId = ann, isSupervisor = false, clockAt = clock.now()) =>
      makeUndo({ ...desk(), clock: { now: () => clockAt } })({
        ...{ submissionId: submissionIdFor(number), number: decision, who, isSupervisor },
      }),
    openAnew: async (number: number, reason: string, who: StaffId = cleo) =>
      makeReopen(desk())({ submissionId: submissionIdFor(number), who, version: await version(number), reason }),
    second: () => makeSecond(desk()),
    readAgain: async (number: number, sortings: unknown, who: StaffId = ann) =>
      makeReadAgain(desk())({ submissionId: submissionIdFor(number), who, version: await version(number), sortings }),
    startDecisions: () => makeStartDecisions(desk())(),
    idle: () => runner.idle(),
    stop: () => runner.stop(),
    /** As after a kill: another runner over the same store, with some steps replaced. */
    reopen(own: Partial<Steps> = {}): void {
      runner = open(own);
    },
    decisions: async (number: number) =>
      (await listDecisions(records, submissionIdFor(number))).map(({ decision }) => decision),
    review: async (number: number) => (await findVersionedReview(records, submissionIdFor(number)))?.task,
    letters: () =>
      readdirSync(outbox)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => readFileSync(join(outbox, name), 'utf8')),
    async close(): Promise<void> {
      await runner.stop();
      rmSync(outbox, { recursive: true });
      records.close();
    },
  };
}

type Ports = Parameters<typeof makeApplyRules>[0] & { blindSample: BlindPolicy };

function stepsOf(ports: Ports, outbox: string): Steps {
  const never: Step = async () => {
    throw new Error('no decision does this');
  };
  const applyRules = makeApplyRules(ports);
  const mailSender = openFolderMailSender(outbox, 'office@example.gov');
  const tellSender = makeTellSender({ ...ports, mailSender, mailFrom: 'office@example.gov' });
  const fileSubmission = makeFileSubmission(ports);
  const settleDecision = makeSettleDecision(ports);
  const setAside = makeSetAside(ports);
  return {
    ...{ OpenMail: never, ReadText: never, SortDocuments: never, ReadFields: never, LeaveFileUnread: never },
    ...{ MatchPerson: never, OpenReview: never },
    ApplyRules: (input) => applyRules(runInputSchema.parse(input)),
    TellSender: (input) => tellSender(runInputSchema.parse(input)),
    FileSubmission: (input) => fileSubmission(runInputSchema.parse(input)),
    SettleDecision: (input) => settleDecision(runInputSchema.parse(input)),
    SetAside: (input) => setAside(faultInputSchema.parse(input)),
  };
}
