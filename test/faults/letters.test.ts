import { afterAll, describe, expect, test } from 'vitest';
import { wrongWithLetters } from './letters-owed.ts';
import { type Cell, cellsOf, inWords, playPlain, tryCell } from './matrix.ts';
import type { FaultKind } from './one-fault.ts';
import { scenarios } from './scenarios.ts';
import { removeAll } from './try-scenario.ts';

afterAll(removeAll);

/** Decisions of the machine, and of people: each of these scenarios ends with a letter to the sender. */
const withLetters = [
  'a report that is complete',
  'a report without one of its certificates',
  'a reviewer accepts a report',
  'a reviewer puts right what was read, and asks the sender',
];

/** From the step that decides on: what comes before has no decision that could lack its letter. */
const deciding =
  /^(?:ApplyRules|OpenReview|SettleDecision|TellSender|FileSubmission|Journal) (?:records\.write|mailSender\.send)$/;
const kinds: readonly FaultKind[] = ['killed-before', 'killed-after', 'fails'];

describe.each(withLetters)('%s', (name) => {
  test('its letter is on record before it leaves, and no decision that holds is without it, whichever write is the last', async () => {
    const scenario = scenarios.find((one) => one.name === name) ?? expect.fail('there is no such scenario');
    const plain = await playPlain(scenario);
    const isAsked = ({ kind, call }: Cell) => kinds.includes(kind) && deciding.test(call);
    const cells = cellsOf(plain).filter(isAsked);
    const wrong: string[] = [];
    let deaths = 0;
    for (const cell of cells) {
      const broken = await tryCell(plain, cell, async (killed) => {
        deaths += 1;
        wrong.push(
          ...(await wrongWithLetters(killed)).map((says) => `call ${cell.at} (${cell.call}) ${cell.kind}: ${says}`),
        );
      });
      if (broken !== null) wrong.push(inWords(broken));
    }
    expect(plain.without.end.letters.length).toBeGreaterThan(0);
    expect(new Set(cells.map(({ call }) => call))).toContain('TellSender mailSender.send');
    expect(deaths).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});
