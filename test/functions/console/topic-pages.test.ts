import { describe, expect, it } from 'vitest';
import { ruleAddress } from '#functions/console/rule-address.ts';
import { aCredit, aJudgement } from '#test/builders/a-judgement.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { pageText } from './desk.ts';
import { officePages, openRulesDesk, rewritten } from './rules-desk.ts';

const trauma = 'common-topics/trauma.md';
const core = 'topics/core.md';

describe('the pages about topics', () => {
  it('are listed with the rules, the programme’s own and those that every programme may use', async () => {
    const list = await pageText(await openRulesDesk(), '/rules');
    expect(list).toContain('What a training is about');
    const topics = Object.keys(officePages).filter((path) => /^(common-)?topics\//.test(path));
    expect(topics.length).toBeGreaterThan(40);
    for (const path of topics) expect(list).toContain(`href="${ruleAddress(path)}"`);
  });

  it('show their words, and what each example gives as run', async () => {
    const desk = await openRulesDesk();
    const page = await pageText(desk, ruleAddress(trauma));
    expect(page).toContain('<li>adverse childhood experience*</li>');
    expect(page).toContain('<th scope="col">as run</th>');
    expect(page).not.toContain('not as written');
    expect(await pageText(desk, ruleAddress(core))).toContain('data-label="as run" class="desk-nowrap">core<');
  });

  it('mark an example that comes out otherwise than its page says', async () => {
    const wrong = rewritten(
      trauma,
      '| Vicarious Trauma in Peer Work          | no ',
      '| Vicarious Trauma in Peer Work | yes ',
    );
    expect(await pageText(await openRulesDesk(wrong), ruleAddress(trauma))).toContain('no: not as written');
  });
});

describe('what a reviewer said of a training before', () => {
  it('stands beside the training that waits for the next one', async () => {
    const desk = await openRulesDesk();
    const suggestion = 'A reviewer counted this title as ethics on May 3, 2026. A suggestion only.';
    await storeCase(desk.records, {
      submission: aSubmission(),
      judgement: aJudgement({ credits: [aCredit({ status: 'undecided', suggestion })] }),
    });
    expect(await pageText(desk, '/cases/LA-2026-000001')).toContain(suggestion);
  });
});
