import { describe, expect, it } from 'vitest';
import { decisionActions, isOpen, isPaperAction, letterSchema, rulingsInEffect } from '#shared/domain/decision.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { ann, ben } from '#test/builders/staff.ts';

const settled = { settledAt: '2026-11-20T16:01:05.000Z' };

describe('a decision', () => {
  it('is open while it waits for a second person, for its minute, or for what follows from it', () => {
    expect(isOpen(aDecision({ state: 'proposed' }))).toBe(true);
    expect(isOpen(aDecision({ state: 'waiting' }))).toBe(true);
    expect(isOpen(aDecision({ state: 'in-effect' }))).toBe(true);
  });

  it('is no longer open once all that follows was done, nor when it was taken back or refused', () => {
    expect(isOpen(aDecision({ state: 'in-effect', ...settled }))).toBe(false);
    expect(isOpen(aDecision({ state: 'undone' }))).toBe(false);
    expect(isOpen(aDecision({ state: 'refused' }))).toBe(false);
    expect(isOpen(aDecision({ state: 'undone', ...settled }))).toBe(false);
  });

  it('is about one paper where the paper is kept away, returned or destroyed; otherwise about the mail', () => {
    expect(decisionActions.filter(isPaperAction)).toEqual(['restrict', 'return', 'destroy']);
    expect(decisionActions.filter((action) => !isPaperAction(action))).toEqual(['accept', 'ask-sender', 'not-ours']);
  });

  it('has rulings that hold while it is in effect, signed by who made it, in the order of decisions', () => {
    const ruled = (code: 'illegible' | 'low-confidence' | 'date-missing') => {
      return { credits: [], overrides: [], doubts: [{ code, document: 0, reason: 'I telephoned.' }] };
    };
    const decisions = [
      aDecision({ state: 'in-effect', rulings: ruled('illegible'), ...settled }),
      aDecision({ state: 'undone', rulings: ruled('date-missing') }),
      aDecision({ state: 'waiting', rulings: ruled('date-missing') }),
      aDecision({ state: 'in-effect', rulings: ruled('low-confidence'), by: ben, at: '2026-11-21T08:00:00.000Z' }),
    ];
    expect(rulingsInEffect(decisions)).toEqual([
      { ...ruled('illegible'), by: ann, at: '2026-11-20T16:00:00.000Z' },
      { ...ruled('low-confidence'), by: ben, at: '2026-11-21T08:00:00.000Z' },
    ]);
  });

  it('tells the sender nothing with a letter that has no words', () => {
    const letter = { subject: ' Your hours ', text: ' Thank you. ' };
    expect(letterSchema.parse(letter)).toEqual({ subject: 'Your hours', text: 'Thank you.' });
    for (const empty of [{ subject: ' ' }, { text: ' ' }, { subject: 'x'.repeat(301) }, { text: 'x'.repeat(20_001) }])
      expect(letterSchema.safeParse({ ...letter, ...empty }).success).toBe(false);
    expect(letterSchema.safeParse({ subject: 'x'.repeat(300), text: 'x'.repeat(20_000) }).success).toBe(true);
  });
});
