import { describe, expect, it } from 'vitest';
import { whyNotAcceptable } from '#shared/domain/acceptable.ts';
import { doubtsAboutWho, reasonCodes } from '#shared/domain/reason.ts';
import { aCredit, aFinding, aJudgement } from '#test/builders/a-judgement.ts';

const doubt = (code: (typeof reasonCodes)[number]) => ({ code, text: 'What the page says of it.' });

describe('a person may accept a mail', () => {
  it('where all counts and every rule is met', () => {
    expect(whyNotAcceptable(aJudgement())).toBeNull();
  });

  it('where a line counts for nothing, or a rule says nothing about it', () => {
    const credits = [aCredit(), aCredit({ status: 'not-counted' })];
    const findings = [aFinding({ verdict: 'does-not-apply' }), aFinding()];
    expect(whyNotAcceptable(aJudgement({ credits, findings }))).toBeNull();
  });

  it('whose line nobody lists, or which lists a line only', () => {
    expect(whyNotAcceptable(aJudgement({ credits: [] }))).toBeNull();
  });

  it.each(reasonCodes)('whatever is doubtful about its papers, but not about who sent them: %s', (code) => {
    const why = whyNotAcceptable(aJudgement({ reasons: [doubt('low-confidence'), doubt(code)] }));
    if (doubtsAboutWho.has(code)) expect(why).toContain('Say first why you are sure whose papers these are');
    else expect(why).toBeNull();
  });
});

describe('a person may not accept a mail yet', () => {
  it('whose lines are undecided: the page names the first of them', () => {
    const credits = [aCredit(), aCredit({ status: 'undecided', title: 'Harm Reduction' })];
    expect(whyNotAcceptable(aJudgement({ credits }))).toBe(
      'Say first whether "Harm Reduction" counts (under Credits).',
    );
  });

  it.each(['not-met', 'cannot-tell'] as const)('while a rule is %s: the page names the rule and why', (verdict) => {
    const short = aFinding({ verdict, rule: 'LA-CE-03', why: 'You have 6 hours. You need 10.' });
    const why = whyNotAcceptable(aJudgement({ findings: [aFinding(), short] }));
    expect(why).toContain('Rule LA-CE-03 is not met: You have 6 hours. You need 10. Ask the sender');
  });

  it('in which there is nothing, or of which no rule says anything', () => {
    expect(whyNotAcceptable(aJudgement({ credits: [], findings: [] }))).toContain('There is nothing in this mail');
    const findings = [aFinding({ verdict: 'does-not-apply' })];
    expect(whyNotAcceptable(aJudgement({ findings }))).toContain('No rule says anything');
    expect(whyNotAcceptable(aJudgement({ findings: [] }))).toContain('No rule says anything');
  });
});
