import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { letterWrite } from '#shared/records/letter-records.ts';
import { mailStopWrite, stopRequestWrite } from '#shared/records/mail-stop-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { standingWrite } from '#shared/records/standing-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { type Desk, openDesk } from '#test/functions/console/desk.ts';
import { barriersOn, inABrowser, tooWideOn, unfold } from './in-a-browser.ts';

const browser = await inABrowser();
const programme = programmeFacts(await readProgrammePages('shared/rules/programmes/louisiana-rpss'));

/** December 1: a letter is due to Ana and to Bo, who asked for Spanish; Cy has no address; what went to Dana came back. */
async function aMorning(folder: string): Promise<Desk> {
  const desk = openDesk(folder, { programme, clock: { now: () => '2026-12-01T15:00:00.000Z' } });
  const { records } = desk;
  const dana = aSpecialist();
  const people = [
    aSpecialist({ specialistId: 'P-1', legalName: 'Ana Lee', email: 'ana.of.a.very.long.name@somewhere.example.org' }),
    aSpecialist({ specialistId: 'P-2', legalName: 'Bo Landry', language: 'es' }),
    aSpecialist({ specialistId: 'P-3', legalName: 'Cy Doucet', email: null }),
    dana,
  ];
  for (const person of people) {
    await putSpecialist(records, person);
    await records.write([standingWrite(aStanding({ specialistId: person.specialistId }), null)]);
  }
  const about = { specialistId: dana.specialistId, address: dana.email ?? '' };
  await records.write([
    letterWrite(aLetter({ state: 'bounced', fate: 'no-such-address' }), null),
    letterWrite(aLetter({ specialistId: 'P-1', line: '60-days-before-due-day' }), null),
    letterWrite(
      aLetter({ specialistId: 'P-3', line: '60-days-before-due-day', state: 'held', fate: 'no-address', to: '' }),
      null,
    ),
    mailStopWrite(
      {
        ...about,
        cause: 'no-such-address',
        status: '5.1.1',
        at: '2026-10-02T15:00:00.000Z',
        by: 'machine',
        over: null,
      },
      null,
    ),
    stopRequestWrite(
      {
        ...about,
        submissionId: submissionIdFor(3),
        at: '2026-10-02T16:00:00.000Z',
        state: 'open',
        by: null,
        decidedAt: null,
      },
      null,
    ),
  ]);
  return desk;
}

describe.skipIf(browser.isMissing)('the pages about reminders in a browser', () => {
  let address: string;
  beforeAll(async () => {
    address = await browser.serve((await aMorning(await mkdtemp(join(tmpdir(), 'desk-')))).app);
  });

  it.each([
    ['tonight', '/sweep/tonight'],
    ['person', '/people/RPSS-0042'],
  ])('break no rule of accessibility or width: %s', async (name, path) => {
    const { page, troubles } = await browser.open(`${address}${path}`);
    await unfold(page);
    expect(await barriersOn(page)).toEqual([]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
      expect(await tooWideOn(page)).toEqual([]);
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('a person answers a wish for no more letters by keyboard', async () => {
    const { page } = await browser.open(`${address}/people/RPSS-0042`);
    await page.getByRole('button', { name: 'They meant something else' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/said=stop-dismissed/);
    expect(await page.getByText('Noted. Reminders go on.').count()).toBe(1);
    await page.context().close();
  });
});
