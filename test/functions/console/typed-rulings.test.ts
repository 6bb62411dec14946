import { expect, it } from 'vitest';
import { rulingName, rulingsIn } from '#functions/console/cases/typed-rulings.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { anApplication, sent } from '#test/builders/an-application.ts';

it('what a reviewer says of a rule about an application names that application, whose applicant is on no roster', async () => {
  const desk = await aDecidingDesk();
  const remy = anApplication({}, { sha256: 'f'.repeat(64), kind: 'family-training-application' });
  const judgement = await desk.take(1, sent([anApplication(), remy]));
  const about = judgement.findings.filter(({ rule }) => rule === 'LA-EL-03');
  expect(about).toHaveLength(2);
  const [one, other] = about;
  if (!one || !other) throw new Error('each form is judged');
  expect(rulingName.rule(one, 'verdict')).not.toBe(rulingName.rule(other, 'verdict'));
  const typed = new Map([
    [rulingName.rule(one, 'verdict'), 'met'],
    [rulingName.rule(one, 'reason'), 'Diploma seen.'],
  ]);
  expect(rulingsIn(typed, judgement)).toMatchObject({
    overrides: [{ rule: 'LA-EL-03', specialistId: null, applicationId: one.applicationId, verdict: 'met' }],
  });
  await desk.close();
});
