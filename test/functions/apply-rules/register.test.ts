import { describe, expect, it } from 'vitest';
import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import {
  approved,
  type Course,
  certificate,
  codesOf,
  core,
  ethics,
  judged,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';

/** A mail about one approved course of ethics and this one; the register has its line as given. */
async function withCore(own: Partial<Course>, lines: ApprovedTraining[] = [approved(core)]) {
  const course = { ...core, ...own };
  const documents = [report([row(ethics), row(course)]), certificate(ethics), certificate(course)];
  const judgement = await judged({ documents, register: [approved(ethics), ...lines] });
  const [credit] = judgement.credits.filter(({ hours, title }) => hours !== 300 || title !== ethics.title);
  return { judgement, credit, codes: codesOf(judgement), text: judgement.reasons.map(({ text }) => text).join('\n') };
}

describe('the register of approved trainings', () => {
  it('counts as many hours as the certificate says, up to those that were approved', async () => {
    expect((await withCore({})).credit).toMatchObject({ status: 'counted', hours: 700 });
    expect((await withCore({ hours: '6.5' })).credit).toMatchObject({ status: 'counted', hours: 650 });
  });

  it('leaves a certificate for more hours than were approved to a person, and says both', async () => {
    const { judgement, credit, codes, text } = await withCore({ hours: '7.25' });

    expect(credit).toMatchObject({ status: 'undecided', code: 'hours-mismatch' });
    expect([codes, judgement.outcome]).toEqual([['hours-mismatch'], 'needs-review']);
    expect(text).toContain('The certificate is for 7.25 hours; 7 were approved.');
  });

  it('leaves a near title to a person, who sees which line it may be and what was approved', async () => {
    const { judgement, credit, text } = await withCore({ title: 'Helping Someone to Plan Ahead', hours: '8' });

    expect(credit).toMatchObject({ status: 'undecided', code: 'needs-human-decision' });
    expect(judgement.outcome).toBe('needs-review');
    expect(text).toContain(
      'a training approved beforehand: "Helping Someone Plan Ahead" by Cypress Learning, 7 hours.',
    );
    expect(text).toContain('The certificate is for 8.');
  });

  it('leaves two lines that differ in hours for the same day to a person', async () => {
    const { credit, text } = await withCore({}, [approved(core), { ...approved(core), hours: '5' }]);

    expect(credit).toMatchObject({ status: 'undecided', code: 'needs-human-decision' });
    expect(text).toContain('may be one of several trainings approved beforehand');
  });

  it('says when it was approved, where the day of the certificate lies outside', async () => {
    const short = { ...approved(core), approvedTo: '2026-06-09' };
    const { credit, judgement } = await withCore({}, [short]);

    expect(credit).toMatchObject({ status: 'undecided', code: 'missing-guidance-form' });
    expect(judgement.requests.join()).toContain('was approved from January 1, 2026 to June 9, 2026, not for the day');
    expect((await withCore({}, [{ ...short, approvedTo: '2026-06-10' }])).credit?.status).toBe('counted');
    expect((await withCore({}, [{ ...approved(core), approvedFrom: '2026-06-10' }])).credit?.status).toBe('counted');
    expect((await withCore({}, [{ ...approved(core), approvedFrom: '2026-06-11' }])).credit?.status).toBe('undecided');
  });
});
