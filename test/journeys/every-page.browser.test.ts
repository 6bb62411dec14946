import { beforeAll, describe, expect, it } from 'vitest';
import { everyPage } from './every-page.ts';
import { inABrowser, type Opened, tooWideOn, unfold } from './in-a-browser.ts';
import { lostFocusOn, tooSmallOn } from './reachable.ts';
import { openWholeDesk } from './whole-desk.ts';

const browser = await inABrowser();
const desk = await openWholeDesk();

describe.skipIf(browser.isMissing)('every page of the route table', () => {
  let address: string;
  let addressBefore: string;
  let window: Opened;
  beforeAll(async () => {
    address = await browser.serve(desk.everybody);
    addressBefore = await browser.serve(desk.console);
    window = await browser.newWindow();
  });

  it.each(everyPage(desk))(
    'can be worked by keyboard and by hand, wide and narrow: $name',
    async ({ path, isBeforeSignIn }) => {
      const { page, troubles } = window;
      await page.goto(`${isBeforeSignIn ? addressBefore : address}${path}`);
      await unfold(page);
      const wrong: string[] = [];
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        wrong.push(...(await lostFocusOn(page)), ...(await tooSmallOn(page)), ...(await tooWideOn(page)));
      }
      expect(wrong).toEqual([]);
      expect(troubles).toEqual([]);
    },
  );

  it('would be found out: a link without a sign of its focus, one under a bar that stays, two small buttons side by side', async () => {
    const { page } = await browser.newWindow();
    await page.setContent(`<style>.bare:focus { outline: none } .bar { position: fixed; inset: 0 0 auto; height: 90px; background: #fff }
      button { width: 12px; height: 12px; padding: 0; border: 0 }</style>
      <p><a class="hidden" href="#1">one</a></p><div class="bar"></div><div style="margin-top: 120px"><button>a</button><button>b</button></div>
      <p>Words and <a class="bare" href="#2">a link</a>.</p>`);
    expect((await lostFocusOn(page)).map((words) => words.slice(0, 30))).toEqual([
      'hidden while it has the focus:',
      'does not show its focus: 1280 ',
    ]);
    expect(await tooSmallOn(page)).toEqual(['12x12 1280 <button>a</button>', '12x12 1280 <button>b</button>']);
  });
});
