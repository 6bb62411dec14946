import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runSweep } from '#infra/local/run-sweep.ts';
import { sweepPartsOf } from '#infra/local/sweep-parts.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { layOffice } from '#test/bench/an-office.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { mailsOf, mailWithPages, registersFor } from './bench-mails.ts';
import { openOffice } from './bench-office.ts';
import { processorMilliseconds } from './children.ts';
import type { Asked } from './row.ts';
import type { Curve, Point } from './scale-plot.ts';

/** A host warm from some mails; the processor time of it and its children for what `work` sends. */
async function inWarmOffice(
  work: (
    spent: (send: () => Promise<unknown>) => Promise<number>,
    office: Awaited<ReturnType<typeof openOffice>>,
  ) => Promise<void>,
) {
  const office = await openOffice({ registers: registersFor(400) });
  for (const mail of await mailsOf('digital', 5)) await office.send(mail);
  await work(async (send) => {
    const before = processorMilliseconds(process.pid);
    await send();
    return processorMilliseconds(process.pid) - before;
  }, office);
  await office.close();
}

export async function pagesCurve({ tell }: Asked): Promise<Curve> {
  const points: Point[] = [];
  await inWarmOffice(async (spent, office) => {
    for (const reports of [1, 2, 4, 8]) {
      const { mail, pages } = await mailWithPages(reports);
      tell(`scale: a mail of ${pages} pages`);
      points.push({ size: pages, ms: await spent(() => office.send(mail)) });
    }
  });
  return { id: 'pages', what: 'one mail, by its digital pages', points };
}

export async function waitingCurve({ tell }: Asked): Promise<Curve> {
  const points: Point[] = [];
  const mails = (await mailsOf('digital', 155)).slice(5);
  await inWarmOffice(async (spent, office) => {
    for (const size of [10, 20, 40, 80]) {
      tell(`scale: ${size} mails at once`);
      const own = mails.splice(0, size);
      points.push({ size, ms: await spent(() => Promise.all(own.map((mail) => office.send(mail)))) });
    }
  });
  return { id: 'waiting', what: 'mails that come at once', points };
}

export async function peopleCurve({ tell }: Asked): Promise<Curve> {
  const programme = await programmeNamed('louisiana-rpss');
  const points: Point[] = [];
  const night = async (people: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'));
    layOffice(join(folder, 'records.sqlite'), people, programme);
    const records = openSqliteRecordStore(join(folder, 'records.sqlite'), undefined, true);
    const parts = await sweepPartsOf({ records, clock: systemClock, programme, mailFrom: 'office@example.org' });
    const before = process.cpuUsage();
    await runSweep(parts, '2026-11-20');
    const { user, system } = process.cpuUsage(before);
    records.close();
    rmSync(folder, { recursive: true });
    return (user + system) / 1000;
  };
  await night(2_000);
  for (const size of [2_000, 8_000, 32_000]) {
    tell(`scale: a night over ${size} people`);
    points.push({ size, ms: await night(size) });
  }
  return { id: 'people', what: 'a night, by people', points };
}

/** One row written, found and listed with its neighbours, in stores of more and more rows. */
export async function casesCurve({ tell }: Asked): Promise<Curve> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'));
  const path = join(folder, 'records.sqlite');
  openSqliteRecordStore(path).close();
  const points: Point[] = [];
  let laid = 0;
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    tell(`scale: ${size} rows in the store`);
    layRows(path, laid, size);
    laid = size;
    points.push({ size, ms: await touches(path, size) });
  }
  rmSync(folder, { recursive: true });
  return { id: 'cases', what: 'one row written, found, listed, by rows stored', points };
}

function layRows(path: string, from: number, to: number): void {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const put = database.prepare('INSERT INTO records VALUES (?, ?, 1, ?, ?, ?, NULL, NULL)');
  const body = JSON.stringify({ words: 'x'.repeat(300) });
  for (let at = from; at < to; at += 1) put.run(`SUB#${at >> 4}`, `DOC#${at & 15}`, body, `DAY#${at % 997}`, `${at}`);
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

async function touches(path: string, rows: number): Promise<number> {
  const records = openSqliteRecordStore(path, undefined, true);
  const times = 2_000;
  const once = async (number: number) => {
    // scattered over the whole file, the same way each time
    const pk = `SUB#${((number * 7_919) % rows) >> 4}`;
    await records.find({ pk, sk: 'DOC#3' });
    await records.list({ pk });
    await records.write([{ put: { pk, sk: 'DOC#3', body: { number } }, expect: 'any' }]);
  };
  for (let number = 0; number < times; number += 1) await once(number);
  const before = process.cpuUsage();
  for (let number = 0; number < times; number += 1) await once(number);
  const { user, system } = process.cpuUsage(before);
  records.close();
  return (user + system) / 1000 / times;
}
