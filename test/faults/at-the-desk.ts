import { noRulings, type Rulings } from '#shared/domain/ruling.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';
import type { OfficeProcess } from './an-office-process.ts';
import { deliver, type Memory, type Scenario, untilAnswered } from './memory.ts';
import { asStep } from './one-fault.ts';

const received = '2026-12-20T15:00:00.000Z';
const submissionId = submissionIdFor(1);
const nothing = { rulings: noRulings, letter: null, reason: null };

/** What a reviewer does about a case, and all that follows from it. */
export const deskScenarios: readonly Scenario[] = [
  atDesk('a reviewer accepts a report', '19-governmental-ethics', async (office, memory) => {
    await take(office, memory);
    const rulings = await countEverything(office);
    await decide(office, memory, { action: 'accept', rulings });
  }),
  atDesk(
    'a reviewer puts right what was read, and asks the sender',
    '10-certificate-missing',
    async (office, memory) => {
      await take(office, memory);
      await correct(office, memory, { what: 'field', document: 1, field: 'hours', value: '4' });
      await decide(office, memory, {
        action: 'ask-sender',
        letter: { subject: 'Your report', text: 'Please send it.' },
      });
      // what counted does not count any more: one person alone may not say that
      await press('Second', memory, () => office.second.confirm({ submissionId, number: 1, who: ben }));
      await office.idle();
    },
  ),
  atDesk('two people agree that a mail is nothing for the office', '19-governmental-ethics', async (office, memory) => {
    await take(office, memory);
    await decide(office, memory, { action: 'not-ours', reason: 'It is for another office.' });
    await press('Second', memory, () => office.second.confirm({ submissionId, number: 1, who: ben }));
    await office.idle();
  }),
];

function atDesk(name: string, mail: string, play: Scenario['play']): Scenario {
  return { name, from: received, lay: (office) => deliver([mail], received, office, new Map()), play };
}

/** The page says whose the case is: who sees that it is theirs does not take it again. */
async function take(office: OfficeProcess, memory: Memory): Promise<void> {
  await press('Take', memory, async () => {
    const held = await findLease(office.own.records, submissionId);
    return held?.lease.by === ann ? { answer: 'yours' } : office.leases.claim(submissionId, ann);
  });
}

/** A button, pressed again as long as no answer comes; once it came, never again. */
async function press(name: string, memory: Memory, work: () => Promise<{ answer: string }>): Promise<void> {
  if (memory.has(name)) return;
  const { answer } = await asStep('Desk', () => untilAnswered(work));
  memory.set(name, answer);
}

/** The page that is sent says which version of the mail it shows: the same one when it is sent again. */
async function pageOf({ own }: OfficeProcess, memory: Memory) {
  const found = await findSubmission(own.records, submissionId);
  const version = memory.get('page') ?? String(found?.version ?? 0);
  memory.set('page', version);
  return { submissionId, who: ann, version: Number(version) };
}

async function correct(office: OfficeProcess, memory: Memory, change: object): Promise<void> {
  const page = await pageOf(office, memory);
  await press('Correct', memory, () => office.correct({ ...page, changes: [change], made: 0 }));
}

async function decide(office: OfficeProcess, memory: Memory, order: object): Promise<void> {
  const page = await pageOf(office, memory);
  await press('Decide', memory, () => office.decide({ ...page, ...nothing, action: '', ...order }));
  await office.idle();
}

async function countEverything({ own }: OfficeProcess): Promise<Rulings> {
  const judgement = await findJudgement(own.records, submissionId);
  const open = (judgement?.credits ?? []).filter(({ status }) => status === 'undecided');
  const credits = open.map(({ creditId, title, hours, bucket }) => {
    return { creditId, title, counts: true, bucket: bucket ?? 'ethics', hours, code: null, reason: 'Not for the job.' };
  });
  return { ...noRulings, credits };
}
