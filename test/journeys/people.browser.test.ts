import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeImportRegister } from '#functions/load-registers/import-register.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import { openPeopleDesk, storeDana } from '#test/functions/console/people-desk.ts';
import { barriersOn, inABrowser, tooWideOn, unfold } from './in-a-browser.ts';

const browser = await inABrowser();
const rosterCsv = `specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer
RPSS-0042,Dana R. Fontenot,Dana Robichaux,dana@new.example.org,RPSS,2023-03-10,active,Delta House
RPSS-0050,Bo Lee,,,RPSS,2026-02-30,active,
RPSS-0051,Zoë D'Aquin,,zoe@example.org,RPSS,2026-01-05,active,Harbor House
`;
const approved = {
  ...{ title: 'Ethics in Action: A Half-Day', provider: 'Acadian Learning', hours: '4.25', ethicsHours: '1.5' },
  ...{ approvedFrom: '2026-01-01', approvedTo: '2026-12-31' },
};

describe.skipIf(browser.isMissing)('the pages about people in a browser', () => {
  const desk = mkdtemp(join(tmpdir(), 'desk-')).then(openPeopleDesk);
  let address: string;
  let preview = '';

  beforeAll(async () => {
    const whoAsks = (await desk).as('supervisor');
    await storeDana(await desk);
    const { records, files, clock } = (await desk).deps;
    const imports = makeImportRegister({ records, files, clock });
    const file = { name: 'roster.csv', bytes: new TextEncoder().encode(rosterCsv) };
    preview = `/imports/roster/${await imports.receive('roster', file, whoAsks.staff.staffId)}`;
    await putApprovedTraining(records, approved);
    const letter = { day: '2026-06-01', askedBy: 'Harbor House', why: 'billing for June', allowed: 'yes' };
    await whoAsks.post('/people/RPSS-0042/letters', letter);
    address = await browser.serve(whoAsks);
  });

  it.each([
    ['people', '/people'],
    ['person', '/people/RPSS-0042?on=2026-06-01'],
    ['import', '/imports/roster'],
    ['preview', 'PREVIEW'],
    ['trainings', '/trainings'],
  ])('break no rule of accessibility or width: %s', async (_name, path) => {
    const { page, troubles } = await browser.open(`${address}${path === 'PREVIEW' ? preview : path}`);
    await unfold(page);
    expect(await barriersOn(page)).toEqual([]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await tooWideOn(page)).toEqual([]);
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
