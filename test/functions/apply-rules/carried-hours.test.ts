import { describe, expect, it } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import { readProgramme } from '#shared/rules/read-programme.ts';
import { aDeskOfMails } from '#test/builders/a-desk-of-mails.ts';
import { aField } from '#test/builders/a-document.ts';
import { approved, type Course, certificate, dana, report, row } from '#test/builders/a-judged-mail.ts';

/** A programme of another office with a year from certification, ten hours, and hours left over that are kept for a period. */
const pages = await readProgrammePages('shared/rules/programmes/idaho-cpss');
const kept = (atMost: string) =>
  (pages['period.md'] ?? '')
    .replace(/\| hours left over \| not published \|/, '| hours left over | kept |')
    .replace(/\| at most +\| not published \|/, `| at most | ${atMost} |`)
    .replace(/\| kept for +\| not published \|/, '| kept for | 1 period |');
const plus = (pages['credits.md'] ?? '')
  .replace('| in words             |\n', '| in words             | plus |\n')
  .replace('| -------------------- |\n| hours in all', '| -------------------- | --- |\n| hours in all')
  .replace('| your hours in total  |', '| your hours in total  | hours carried over |')
  .replace('| your hours on ethics |', '| your hours on ethics | |');
const programmeKeeping = (atMost: string) => readProgramme({ ...pages, 'period.md': kept(atMost), 'credits.md': plus });

const person: Specialist = { ...dana, credentialType: 'CPSS', certifiedOn: '2023-03-15' };
const course = (title: string, hours: string, day: string): Course => ({ title, hours, ethicsHours: '0', day });
const early = course('Walking Beside Somebody', '13', '2025-09-10');
const late = course('Listening for Strengths', '7', '2026-09-10');

async function aDesk({ atMost = 'no limit', certifiedOn = '2023-03-15' } = {}) {
  const desk = await aDeskOfMails([{ ...person, certifiedOn }], { programme: programmeKeeping(atMost) });
  for (const each of [early, late]) await putApprovedTraining(desk.records, approved(each));
  const send = (number: number, year: string, receivedAt: string, each: Course): Promise<Judgement> => {
    const form = report([row(each)], { reportingYear: aField(year) });
    return desk.take(number, {
      documents: [{ ...form, sha256: String(number).repeat(64) }, certificate(each)],
      receivedAt,
    });
  };
  return {
    desk,
    past: () => send(1, '2026', '2026-03-10T15:00:00.000Z', early),
    now: () => send(2, '2027', '2027-03-01T15:00:00.000Z', late),
  };
}

const total = ({ findings }: Judgement) => findings.find(({ rule }) => rule === 'ID-CE-01');

describe('hours left over from the period before', () => {
  it('are added to the next one, by what was found of the first', async () => {
    const { desk, past, now } = await aDesk();
    const first = await past();
    expect(total(first)).toMatchObject({ year: 2026 });
    expect(first.credits).toMatchObject([{ hours: 1300, status: 'counted' }]);
    const second = await now();
    expect(total(second)).toMatchObject({ year: 2027, verdict: 'met', required: '10' });
    const stored = await findCaseFile(desk.records, person.specialistId, 2027);
    // what the first period had from before is on no file, so more may be left
    expect(stored?.caseFile.carriedHours).toEqual({ least: 300, most: null });
  });

  it('are no more than the page keeps', async () => {
    const { past, now } = await aDesk({ atMost: '2 hours', certifiedOn: '2025-03-15' });
    await past();
    expect(total(await now())).toMatchObject({ verdict: 'not-met', value: '9' });
  });

  it('are none in the first period of all', async () => {
    const { past, now } = await aDesk({ certifiedOn: '2025-03-15' });
    await past();
    expect(total(await now())).toMatchObject({ verdict: 'met', value: '10' });
  });

  it('are not known where nothing was found of the period before: nobody is called short', async () => {
    const { now } = await aDesk();
    const judgement = await now();
    expect(total(judgement)?.verdict).toBe('cannot-tell');
    expect(judgement.outcome).toBe('needs-review');
  });
});
