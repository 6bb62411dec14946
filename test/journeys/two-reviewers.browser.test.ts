import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { type CaseDesk, clearBesideFlyer, type LaidPaper, openCaseDesk } from '#test/functions/console/case-desk.ts';
import type { SignedIn } from '#test/functions/console/desk.ts';
import { inABrowser, type Opened } from './in-a-browser.ts';

const browser = await inABrowser();
/** Another order of events with another seed: RACE_SEED=7 npm run journeys */
const seed = Number(process.env.RACE_SEED ?? 20261222);
const rounds = Array.from({ length: 20 }, (_, at) => at + 1);
const kinds = ['both ask for the next case', 'both take it', 'one slept too long', 'one person, two windows'] as const;

/** What the loser reads who had already typed something. */
const wordsFor = {
  'both ask for the next case': null,
  'both take it': null,
  'one slept too long': 'Nothing was saved: Robin Supervisor',
  'one person, two windows': 'Nothing was saved: you decided this case in another window',
} as const satisfies Record<(typeof kinds)[number], string | null>;

/** What stands in the line of the reason when somebody has typed it, also in a page that came back. */
const reasonOn = (page: Page) => page.locator('#decision-reason').inputValue();

describe.skipIf(browser.isMissing)(`two browsers racing for one case (seed ${seed})`, () => {
  const random = numbersFrom(seed);
  let desk: CaseDesk;
  let papers: LaidPaper[];
  let people: { who: SignedIn; address: string; window: Opened }[];
  let other: Opened;

  beforeAll(async () => {
    desk = await openCaseDesk();
    papers = await clearBesideFlyer();
    people = await Promise.all(
      [desk.app, desk.as('supervisor')].map(async (who) => {
        const address = await browser.serve(who);
        return { who, address, window: await browser.newWindow() };
      }),
    );
    other = await browser.newWindow();
    // who is first is no matter of looks, and forty pages load sooner without
    for (const { page } of [...people.map(({ window }) => window), other])
      await page.route('**/assets/**/*.css', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  });

  /** Both at once, the one a little before the other: which of them, and how much, the seed says. */
  async function atOnce(...acts: (() => Promise<unknown>)[]): Promise<void> {
    const waits = acts.map(() => Math.floor(random() * 25));
    await Promise.all(
      acts.map(async (act, at) => {
        await new Promise((resolve) => setTimeout(resolve, waits[at]));
        await act();
      }),
    );
  }

  const press = (page: Page, key: string) => () =>
    Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]).then(() => undefined);

  /** Accept chosen, a reason typed, the button at hand. */
  async function ready(page: Page, reason: string): Promise<void> {
    await page.locator('#decision-reason').fill(reason);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
  }

  const [ANN, BEN] = [0, 1];
  const one = (at: number) => {
    const person = people[at];
    if (person === undefined) throw new Error('there are two people');
    return { ...person, page: person.window.page };
  };

  async function race(kind: (typeof kinds)[number], number: number, reference: string): Promise<Page> {
    const [ann, ben] = [one(ANN), one(BEN)];
    const caseOf = (address: string) => `${address}/cases/${reference}`;
    switch (kind) {
      case 'both ask for the next case':
        await Promise.all([ann, ben].map(({ page, address }) => page.goto(address)));
        await atOnce(press(ann.page, 'n'), press(ben.page, 'n'));
        return takenBy(number, 'Every case of this list is with somebody');
      case 'both take it':
        await Promise.all([ann, ben].map(({ page, address }) => page.goto(caseOf(address))));
        await atOnce(press(ann.page, 'c'), press(ben.page, 'c'));
        return takenBy(number, 'works on this case until');
      case 'one slept too long':
        await ann.page.goto(caseOf(ann.address));
        await press(ann.page, 'c')();
        await ready(ann.page, 'Typed by Ann');
        desk.minutes(16);
        await ben.page.goto(caseOf(ben.address));
        await press(ben.page, 'c')();
        await ready(ben.page, 'Typed by Ben');
        await atOnce(press(ann.page, 'Enter'), press(ben.page, 'Enter'));
        return ann.page;
      case 'one person, two windows':
        await ann.page.goto(caseOf(ann.address));
        await press(ann.page, 'c')();
        await other.page.goto(caseOf(ann.address));
        await ready(ann.page, 'Typed by Ann');
        await ready(other.page, 'Typed by Ann');
        await atOnce(press(ann.page, 'Enter'), press(other.page, 'Enter'));
        return (await ann.page.getByText('Nothing was saved').count()) > 0 ? ann.page : other.page;
    }
  }

  /** Who has it decides; the other reads that it is taken. Answers with the page of the other. */
  async function takenBy(number: number, told: string): Promise<Page> {
    const holder = (await findLease(desk.records, submissionIdFor(number)))?.lease.by;
    const [has, hasNot] = one(ANN).who.staff.staffId === holder ? [one(ANN), one(BEN)] : [one(BEN), one(ANN)];
    expect(has.who.staff.staffId).toBe(holder);
    expect(await hasNot.page.getByText(told).count()).toBe(1);
    await has.page.keyboard.press('a');
    await press(has.page, 'Enter')();
    return hasNot.page;
  }

  it.each(rounds)('comes to exactly one decision, round %i', async (number) => {
    const kind = kinds[number % kinds.length] ?? kinds[0];
    const reference = await desk.lay(number, papers);
    const loser = await race(kind, number, reference);

    const decisions = await listDecisions(desk.records, submissionIdFor(number));
    expect([kind, ...decisions.map(({ decision }) => `${decision.action} ${decision.state}`)]).toEqual([
      kind,
      'accept waiting',
    ]);
    const told = wordsFor[kind];
    if (told !== null) {
      expect([kind, await loser.getByText(told).count()]).toEqual([kind, 1]);
      expect(await reasonOn(loser)).toBe('Typed by Ann');
    }
    const troubles = [...people.map(({ window }) => window.troubles), other.troubles].flat();
    expect(troubles.filter((words) => !words.includes('409 (Conflict)'))).toEqual([]);
  });
});

/** mulberry32: the same seed, the same numbers from 0 to 1 */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
