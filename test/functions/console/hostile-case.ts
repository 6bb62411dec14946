import { aDocument, aField, aFile, aSession, aTraining } from '#test/builders/a-document.ts';
import { aCredit, aFinding, aJudgement } from '#test/builders/a-judgement.ts';
import { aMatchedPerson } from '#test/builders/a-person.ts';
import type { StoredCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';

/** Every text that a stranger, or a document of theirs, can put into a case. */
export function hostileCase(text: string, { number = 1 } = {}): StoredCase {
  const reason = { code: 'low-confidence' as const, text, document: 0, field: text };
  const field = aField(text, { raw: `${text}!` });
  const row = aTraining({ title: field, provider: field, completedOn: field, hours: field, category: field });
  return {
    submission: aSubmission({
      number,
      outcome: 'needs-review',
      reasons: [reason],
      mail: aMail({
        subject: text,
        from: text,
        fromName: text,
        headerDate: text,
        bodyText: text,
        flags: [text],
        fileLinks: [text],
      }),
    }),
    files: [aFile({ attachment: text, mediaType: text, refused: reason })],
    documents: [
      aDocument({
        attachment: text,
        fields: { hours: field, [text]: field },
        trainings: [row],
        sessions: [aSession({ title: field })],
        reasons: [reason],
      }),
    ],
    judgement: aJudgement({
      people: [aMatchedPerson({ name: text, specialistId: text, evidence: [text], candidates: [text] })],
      credits: [aCredit({ title: text, provider: text, completedOn: text, why: text, citation: text })],
      findings: [
        aFinding({
          rule: text,
          page: text,
          ruleSha256: text,
          asOf: text,
          value: text,
          required: text,
          why: text,
          citation: text,
          missing: [text],
          facts: { [text]: text },
        }),
      ],
      requests: [text],
    }),
    answer: anAnswer({ to: text, subject: text, text, sentAt: text }),
  };
}
