import { whyNotAcceptable } from '#shared/domain/acceptable.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { MailJudgement } from './judge-mail.ts';
import { judgeSubmission } from './judge-submission.ts';

/**
 * A mail judged by what a person decided about it. An application that it brought says who decided last: accepted, it is
 * complete and stands in the list of its class; who may join is said nowhere here.
 */
export async function judgeByDecision(
  records: RecordStore,
  submission: Submission,
  programme: Programme,
  { action, by, at }: Decision,
): Promise<MailJudgement> {
  const nothing: MailJudgement = { judgement: noJudgement, caseFiles: [], applications: [] };
  const isOurs = action !== 'not-ours';
  const judged = submission.mail ? await judgeSubmission(records, submission, programme, { isOurs }) : nothing;
  const judgement = byAction(judged.judgement, action);
  if (action !== 'ask-sender' && judgement.outcome !== 'accepted') return { ...judged, judgement };
  const decided = { action: action === 'accept' ? action : ('ask-sender' as const), by, at };
  const applications = judged.applications.map(({ application, version }) => {
    return { application: { ...application, decided }, version };
  });
  return { ...judged, judgement, applications };
}

const noJudgement: Judgement = {
  ...{ people: [], credits: [], findings: [], periods: [], shadow: [], reasons: [], requests: [] },
  outcome: 'needs-review',
};

function byAction(judgement: Judgement, action: Decision['action']): Judgement {
  if (action === 'not-ours') return { ...judgement, outcome: 'not-a-submission', reasons: [], requests: [] };
  if (action !== 'accept') return { ...judgement, outcome: 'needs-sender' };
  const why = whyNotAcceptable(judgement);
  if (why === null) return { ...judgement, outcome: 'accepted', reasons: [], requests: [] };
  // another mail, the roster or a rule changed while it could still be taken back: it is a person's again
  const changed = { code: 'needs-human-decision' as const, text: `This changed after it was decided. ${why}` };
  return { ...judgement, outcome: 'needs-review', reasons: [...judgement.reasons, changed] };
}
