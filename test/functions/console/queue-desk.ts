import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newLease } from '#shared/domain/lease.ts';
import { decisionWrite } from '#shared/records/decision-records.ts';
import { leaseWrite } from '#shared/records/lease-records.ts';
import { addStaff } from '#shared/records/staff-records.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { aDocument } from '#test/builders/a-document.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, type SubmissionOverrides, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';
import { type Desk, openDesk } from './desk.ts';

const now = '2026-11-22T14:00:00.000Z';

/** A desk at which Ann works as well, with cases that need a person. It is 22 November 2026, 8 in the morning in Louisiana. */
export async function openQueueDesk() {
  const desk: Desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  const { records } = desk;
  await addStaff(records, { staffId: ann, name: 'Ann Authement', roles: ['reviewer'], signInName: 'ann' });
  return {
    ...desk,
    me: desk.app.staff.staffId,
    async aCase(number: number, own: SubmissionOverrides & { due?: string } = {}): Promise<string> {
      const { due = '2026-12-31', ...submission } = own;
      const stored = aSubmission({ number, outcome: 'needs-review', ...submission });
      const missing = {
        person: 0,
        rule: 'LA-CE-02',
        fact: 'ethics hours',
        amount: '1.25',
        inWords: '1.25 hours of ethics',
      };
      await storeCase(records, {
        submission: stored,
        documents: [aDocument({ reading: 'ocr' })],
        judgement: aJudgement({
          periods: [{ person: 0, year: 2026, start: null, lastDay: null, due }],
          missing: [missing, { ...missing, inWords: 'a signature' }],
        }),
      });
      return stored.reference;
    },
    hold: (number: number, by = ann, at = now) =>
      records.write([leaseWrite(submissionIdFor(number), newLease(by, at), null)]),
    propose: (number: number, by = ann) => {
      const submissionId = submissionIdFor(number);
      return records.write([decisionWrite(aDecision({ submissionId, by, state: 'proposed' }), null)]);
    },
  };
}

export type QueueDesk = Awaited<ReturnType<typeof openQueueDesk>>;

export const referencesOn = (page: string) => [...page.matchAll(/href="\/cases\/([^"]+)"/g)].map((match) => match[1]);
