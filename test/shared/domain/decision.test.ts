import { describe, expect, it } from 'vitest';
import {
  agreedUntil,
  type Decision,
  decisionActions,
  isNotOurs,
  isOpen,
  isPaperAction,
  isStuck,
  letterSchema,
  rulingsInEffect,
} from '#shared/domain/decision.ts';
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

  it('is stuck when it still waits half an hour after its time', () => {
    const [due, half, early] = ['2026-11-20T16:01:00.000Z', '2026-11-20T16:31:00.000Z', '2026-11-20T16:30:59.000Z'];

    expect(isStuck(aDecision({ state: 'waiting', takesEffectAt: due }), half)).toBe(true);
    expect(isStuck(aDecision({ state: 'waiting', takesEffectAt: due }), early)).toBe(false);
    expect(isStuck(aDecision({ state: 'waiting', takesEffectAt: null }), half)).toBe(false);
    expect(isStuck(aDecision({ state: 'proposed', takesEffectAt: due }), half)).toBe(false);
    expect(isStuck(aDecision({ state: 'in-effect', takesEffectAt: due }), half)).toBe(false);
  });

  it('"not ours" holds until a later one about the mail says otherwise', () => {
    const held = (action: Decision['action']) => aDecision({ state: 'in-effect', action });

    expect(isNotOurs([])).toBe(false);
    expect(isNotOurs([held('not-ours')])).toBe(true);
    expect(isNotOurs([held('not-ours'), held('accept')])).toBe(false);
    expect(isNotOurs([held('accept'), held('not-ours')])).toBe(true);
    // what was taken back, or is about one paper, says nothing of the mail
    expect(isNotOurs([held('not-ours'), aDecision({ state: 'undone', action: 'accept' })])).toBe(true);
    expect(isNotOurs([held('not-ours'), held('restrict')])).toBe(true);
    expect(isNotOurs([aDecision({ state: 'waiting', action: 'not-ours' })])).toBe(false);
  });

  it('rests on the corrections that were on its page: only those were agreed to', () => {
    const on = (corrections: number, own: Partial<Decision> = {}) =>
      aDecision({ state: 'in-effect', basedOn: { version: 1, corrections, judgementSha256: '0'.repeat(64) }, ...own });

    expect(agreedUntil([])).toBe(0);
    expect(agreedUntil([on(2), on(5)])).toBe(5);
    expect(agreedUntil([on(2), on(5, { state: 'undone' }), on(7, { action: 'destroy' })])).toBe(2);
  });

  it('tells the sender nothing with a letter that has no words', () => {
    const letter = { subject: ' Your hours ', text: ' Thank you. ' };
    expect(letterSchema.parse(letter)).toEqual({ subject: 'Your hours', text: 'Thank you.' });
    for (const empty of [{ subject: ' ' }, { text: ' ' }, { subject: 'x'.repeat(301) }, { text: 'x'.repeat(20_001) }])
      expect(letterSchema.safeParse({ ...letter, ...empty }).success).toBe(false);
    expect(letterSchema.safeParse({ subject: 'x'.repeat(300), text: 'x'.repeat(20_000) }).success).toBe(true);
  });
});
