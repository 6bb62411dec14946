import { afterEach, describe, expect, it } from 'vitest';
import { noRulings } from '#shared/domain/ruling.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { codesIn } from '#test/builders/a-desk-of-mails.ts';
import { certificate, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ben } from '#test/builders/staff.ts';

const later = '2026-12-05T15:00:00.000Z';
const total = 'LA-CE-01';
const short = { ...core, hours: '6' };
const about = { rule: total, specialistId: dana.specialistId, year: 2026 };
const overrides = (verdict: 'met' | 'not-met') => [{ ...about, verdict, reason: 'Seen by the committee.' }];
const half = [report([row(ethics)]), certificate(ethics)];

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function overruled(verdict: 'met' | 'not-met', documents: (typeof half)[number][]): Promise<void> {
  desk = await aDecidingDesk({ roster: [dana] });
  await desk.waiting(1, { documents });
  await desk.claim(1);
  const rulings = { ...noRulings, overrides: overrides(verdict) };
  expect(await desk.decide(1, { action: 'ask-sender', rulings })).toMatchObject({ answer: 'done' });
  if (verdict === 'not-met') await desk.second().confirm({ submissionId: submissionIdFor(1), number: 1, who: ben });
  await desk.idle();
}
const totalIn = ({ findings }: Awaited<ReturnType<typeof desk.take>>) => findings.find(({ rule }) => rule === total);

describe('a verdict that a person gave about an earlier mail of the year', () => {
  it('that the rule is met does not accept a later mail by itself where the rule says otherwise', async () => {
    await overruled('met', half);
    const documents = [{ ...report([row(ethics), row(short)]), sha256: 'f'.repeat(64) }, certificate(short)];
    const judgement = await desk.take(2, { documents, receivedAt: later });
    expect(judgement.outcome).toBe('needs-review');
    expect(judgement.reasons.map(({ text }) => text).join(' ')).toContain(total);
    expect(totalIn(judgement)).toMatchObject({ verdict: 'met', override: { verdictByRule: 'not-met' } });
  });

  it('that it is not met is no answer to papers that make it met: a person looks', async () => {
    await overruled('not-met', half);
    const documents = [{ ...report([row(ethics), row(core)]), sha256: 'f'.repeat(64) }, certificate(core)];
    const judgement = await desk.take(2, { documents, receivedAt: later });
    expect([judgement.outcome, codesIn(judgement)]).toEqual(['needs-review', ['needs-human-decision']]);
    expect(totalIn(judgement)).toMatchObject({ verdict: 'not-met', override: { verdictByRule: 'met' } });
  });

  it('holds up nothing where the rule says the same by now', async () => {
    await overruled('met', half);
    const documents = [{ ...report([row(ethics), row(core)]), sha256: 'f'.repeat(64) }, certificate(core)];
    expect(await desk.take(2, { documents, receivedAt: later })).toMatchObject({ outcome: 'accepted' });
  });

  it('of two about one rule the newest holds, whichever mail it was about', async () => {
    await overruled('met', half);
    const documents = [{ ...report([row(ethics), row(short)]), sha256: 'f'.repeat(64) }, certificate(short)];
    await desk.waiting(2, { documents, receivedAt: later });
    await desk.claim(2);
    const cannotTell = [{ ...about, verdict: 'cannot-tell', reason: 'The committee met again.' }];
    await desk.decide(2, { action: 'ask-sender', rulings: { ...noRulings, overrides: cannotTell } });
    await desk.idle();
    const again = await desk.whatIf({ submissionId: submissionIdFor(1), who: ben });
    expect(again?.findings.find(({ rule }) => rule === total)).toMatchObject({ verdict: 'cannot-tell' });
  });
});
