import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { letterWrite, listLettersOf } from '#shared/records/letter-records.ts';
import {
  findMailStop,
  isStopped,
  listStopRequestsOf,
  mailStopWrite,
  stopRequestWrite,
} from '#shared/records/mail-stop-records.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { standingWrite } from '#shared/records/standing-records.ts';
import { findTouch } from '#shared/records/touched-records.ts';
import { aLetter } from '#test/builders/a-letter.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { type Desk, openDesk, pageText } from './desk.ts';

const dana = aSpecialist();
const address = 'dana.fontenot@example.org';
const programme = programmeFacts(await readProgrammePages('shared/rules/programmes/louisiana-rpss'));
let now = '';
let desk: Desk;
beforeEach(async () => {
  now = '2026-11-22T14:00:00.000Z';
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme, clock: { now: () => now } });
  await putSpecialist(desk.records, dana);
});

/** What a reader sees. Signed in anew: the days of these tests lie weeks apart. */
const pageOf = async (path: string) =>
  (await pageText({ app: desk.as('reviewer') }, path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const person = () => pageOf('/people/RPSS-0042');
async function say(fields: Record<string, string>): Promise<string> {
  const answer = await desk.app.post('/people/RPSS-0042/mail', fields);
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', 'http://localhost').searchParams.get('said') ?? '';
}
const stop = (own: object = {}) => {
  const base = { specialistId: 'RPSS-0042', address, cause: 'no-such-address', status: '5.1.1', over: null } as const;
  return desk.records.write([mailStopWrite({ ...base, at: '2026-10-02T15:00:00.000Z', by: 'machine', ...own }, null)]);
};
const askToStop = () => {
  const request = {
    specialistId: 'RPSS-0042',
    address,
    submissionId: submissionIdFor(9),
    at: '2026-10-03T15:00:00.000Z',
  };
  return desk.records.write([stopRequestWrite({ ...request, state: 'open', by: null, decidedAt: null }, null)]);
};

describe('the reminders on the page of a person', () => {
  it('are not spoken of where there are none', async () => {
    expect(await person()).not.toContain('Reminders to this person');
  });

  it('are shown word for word, with what became of each', async () => {
    const letters: Partial<Letter>[] = [
      { state: 'sent', sentAt: '2026-10-02T14:00:05.000Z' },
      { line: '60-days-before-due-day', state: 'bounced', fate: 'no-such-address' },
      { line: 'january-15', state: 'withdrawn', fate: 'standing-changed' },
    ];
    await desk.records.write(letters.map((own) => letterWrite(aLetter(own), null)));
    const text = await person();
    for (const words of [
      '2026, 90 days before the due day',
      'Sent',
      '2026, 60 days before the due day',
      'Came back',
      'There is no such mailbox.',
      '2026, on January 15',
      'What it said was no longer so by then.',
      'We have not found any papers from you for 2026 yet.',
    ])
      expect(text).toContain(words);
  });

  it('say that the address takes none, and why, until a person says that it works after all', async () => {
    await stop();
    expect(await person()).toMatch(
      /there is no such mailbox ?\. +The other server said 5\.1\.1\. +Find another address/,
    );
    expect(await say({ do: 'over', address, reason: ' ' })).toBe('no-reason-given');
    expect(await isStopped(desk.records, 'RPSS-0042', address)).toBe(true);
    expect(await say({ do: 'over', address, reason: 'She telephoned: the mailbox was closed by mistake.' })).toBe(
      'written-again',
    );
    expect(await isStopped(desk.records, 'RPSS-0042', address)).toBe(false);
    expect((await findMailStop(desk.records, 'RPSS-0042', address))?.stop.over).toMatchObject({
      reason: 'She telephoned: the mailbox was closed by mistake.',
    });
    expect((await listPersonHistory(desk.records, 'RPSS-0042')).map(({ action }) => action)).toContain(
      'address-written-again',
    );
    expect(await findTouch(desk.records, 'RPSS-0042')).not.toBeNull();
    expect(await say({ do: 'over', address, reason: 'Again.' })).toBe('nothing-to-do');
  });

  it('say that another address on the roster is written to', async () => {
    await stop();
    await putSpecialist(desk.records, { ...dana, email: 'dana@new.example' });
    expect(await person()).toContain('The roster has another address now, which is written to.');
  });

  it('say in which language they are, where somebody asked for one', async () => {
    expect(await person()).not.toContain('Letters in');
    await putSpecialist(desk.records, { ...dana, language: 'es' });
    expect(await person()).toContain('Letters in Spanish');
  });
});

describe('somebody who asked for no more letters', () => {
  it('waits for a person of the office, who stops them', async () => {
    await askToStop();
    expect(await person()).toContain('Nothing was stopped: read the mail, then say what becomes of it.');
    expect(await pageOf('/sweep/tonight')).toContain('Asked for no more letters');
    expect(await say({ do: 'stop', submissionId: submissionIdFor(9) })).toBe('letters-stopped');
    expect(await isStopped(desk.records, 'RPSS-0042', address)).toBe(true);
    expect((await listStopRequestsOf(desk.records, 'RPSS-0042'))[0]?.request).toMatchObject({ state: 'stopped' });
    expect(await person()).toContain('the person asked for no more letters');
    expect(await say({ do: 'stop', submissionId: submissionIdFor(9) })).toBe('nothing-to-do');
  });

  it('may have meant something else', async () => {
    await askToStop();
    expect(await say({ do: 'dismiss', submissionId: submissionIdFor(9) })).toBe('stop-dismissed');
    expect(await isStopped(desk.records, 'RPSS-0042', address)).toBe(false);
    expect(await pageOf('/sweep/tonight')).not.toContain('Asked for no more letters');
  });

  it('is answered by no form that nobody knows', async () => {
    await askToStop();
    expect(await say({ do: 'everything', submissionId: submissionIdFor(9) })).toBe('nothing-to-do');
    expect(await say({ do: 'stop', submissionId: submissionIdFor(8) })).toBe('nothing-to-do');
    expect((await listStopRequestsOf(desk.records, 'RPSS-0042'))[0]?.request.state).toBe('open');
  });
});

describe('the letters of tonight', () => {
  // the desk's day is Sunday, November 22; who has had no letter of November is not asked again until December 1
  const on = async (day: string) => {
    now = `${day}T15:00:00.000Z`;
    return pageOf('/sweep/tonight');
  };
  const store = (own: Parameters<typeof aStanding>[0] = {}) =>
    desk.records.write([standingWrite(aStanding(own), null)]);

  it('are shown with their whole text, and nothing is written', async () => {
    await store();
    const text = await on('2026-12-01');
    expect(text).toContain('for Dec 1, 2026');
    expect(text).toContain('Dana R. Fontenot');
    expect(text).toContain('2026, 30 days before the due day');
    expect(text).toContain('We have not found any papers from you for 2026 yet.');
    expect(text).toContain(`To ${address}`);
    expect(await listLettersOf(desk.records, 'RPSS-0042')).toEqual([]);
  });

  it('say who has nowhere to be written to', async () => {
    await store();
    await putSpecialist(desk.records, { ...dana, email: null });
    expect(await on('2026-12-01')).toContain('Cannot go: There is no address on the roster.');
  });

  it('are none on a quiet day, to who has met all, and to who has had theirs', async () => {
    await store();
    expect(await on('2026-11-22')).toContain('Nov 22, 2026 is a quiet day: no letter goes out.');
    await desk.records.write([letterWrite(aLetter({ line: '30-days-before-due-day' }), null)]);
    const text = await on('2026-12-01');
    expect(text).toContain('No letter for the 1 people looked at here.');
    expect(text).toContain('Written, and not sent yet: 1');
  });

  it('go on where a page of the roster ends', async () => {
    for (let at = 0; at < 60; at += 1) {
      const specialistId = `P-${String(at).padStart(3, '0')}`;
      await putSpecialist(desk.records, { ...dana, specialistId });
      await store({ specialistId });
    }
    now = '2026-12-01T15:00:00.000Z';
    const seen = new Set<string>();
    let path: string | undefined = '/sweep/tonight';
    const reader = desk.as('reviewer');
    for (let pages = 0; path !== undefined && pages < 20; pages += 1) {
      const html: string = await (await reader.request(path)).text();
      for (const [, id] of html.matchAll(/href="\/people\/(P-\d+)"/g)) seen.add(id ?? '');
      path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(path).toBeUndefined();
    expect(seen.size).toBe(60);
  });

  it('are none where nobody is written to unasked', async () => {
    const other = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
    expect(await pageText(other, '/sweep/tonight')).toContain('nobody is written to unasked');
  });
});
