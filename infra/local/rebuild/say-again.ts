import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { makeDecide } from '#functions/desk/decide.ts';
import { makeJoinAgain } from '#functions/desk/join-again.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { makeReadAgain } from '#functions/desk/read-again.ts';
import { makeReopen } from '#functions/desk/reopen.ts';
import { makeSecond } from '#functions/desk/second.ts';
import { makeSetApart } from '#functions/desk/set-apart.ts';
import { makeUndo } from '#functions/desk/undo.ts';
import type { LocalParts } from '#infra/local/compose.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { correctionWrite } from '#shared/records/correction-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { MailEvent } from './history-of.ts';
import { makeSayBeside, type Outcome } from './say-beside.ts';

type Said = Exclude<MailEvent, { what: 'mail' }>;
const undoSeconds = 60;
/** What was taken back in time is begun by nobody. */
const nobody: WorkflowRunner = { start: async () => undefined };

/** What a person said at the desk, said again by the same commands, with the clock where it was. */
export function makeSayAgain({ records, runner, programme }: LocalParts, clock: Clock) {
  const ports = { records, clock };
  const whatIf = makeWhatIf({ ...ports, programme });
  const sayBeside = makeSayBeside({ ...ports, runner });
  const version = async (id: SubmissionId) => (await findSubmission(records, id))?.version ?? 0;
  const held = async (id: SubmissionId, who: StaffId) => {
    await makeLeases(ports).claim(id, who);
    return { submissionId: id, who, version: await version(id) };
  };

  async function decided(id: SubmissionId, { decision }: Extract<Said, { what: 'decided' }>): Promise<Outcome> {
    const { by, action, rulings, letter, reason, fileId, needsSecond, state } = decision;
    const policy = { undoSeconds, secondShare: needsSecond === 'random-share' ? 1 : 0 };
    const desk = { ...ports, whatIf, policy, runner: state === 'undone' ? nobody : runner };
    const order = { action, rulings, letter, reason, fileId };
    return inWords(await makeDecide(desk)({ ...(await held(id, by)), ...order }));
  }

  async function second(id: SubmissionId, { decision, second: said }: Extract<Said, { what: 'second' }>) {
    const desk = { ...ports, runner: decision.state === 'undone' ? nobody : runner };
    const { confirm, refuse } = makeSecond({ ...desk, policy: { undoSeconds, secondShare: 0 } });
    const given = { submissionId: id, number: decision.number, who: said.by };
    return inWords(said.agrees ? await confirm(given) : await refuse({ ...given, reason: said.reason ?? '' }));
  }

  return async (event: Said): Promise<Outcome> => {
    const { id } = event;
    switch (event.what) {
      case 'corrected': {
        // the row is the truth: what was typed to make it is not kept
        const { at, by: who, change } = event.correction;
        const entry = { at, by: 'person' as const, action: 'corrected', codes: [change.what], who };
        const writes = [correctionWrite(id, event.correction), auditWrite(id, entry, event.correction.number)];
        return (await records.write(writes)) === 'written' ? null : 'another correction stands in its place';
      }
      case 'read-again':
        return inWords(
          await makeReadAgain({ ...ports, runner })({ ...(await held(id, event.by)), sortings: event.sortings }),
        );
      case 'decided':
        return decided(id, event);
      case 'second':
        return second(id, event);
      case 'undone':
        return inWords(
          await makeUndo(ports)({ submissionId: id, number: event.number, who: event.by, isSupervisor: true }),
        );
      case 'reopened': {
        const given = { submissionId: id, who: event.by, version: await version(id), reason: event.because };
        return inWords(await makeReopen(ports)(given));
      }
      case 'reply-apart':
      case 'reply-joined': {
        const given = { ...(await held(id, event.by)), replyId: event.reply, because: event.because };
        return inWords(await (event.what === 'reply-apart' ? makeSetApart : makeJoinAgain)(ports)(given));
      }
      default:
        return sayBeside(event);
    }
  };
}

function inWords(answer: { answer: string; why?: string }): Outcome {
  return answer.answer === 'done' ? null : (answer.why ?? answer.answer);
}
