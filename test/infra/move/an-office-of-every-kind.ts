import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { anOfficeWithMails } from '#test/builders/an-office-with-mails.ts';
import { everyPage, type SomePage } from '#test/journeys/every-page.ts';
import { openWholeDesk } from '#test/journeys/whole-desk.ts';
import { storeRarerRows } from './rarer-rows.ts';

const run = promisify(execFile);

/**
 * A data folder with a row of every kind that our code can write and a file in every folder: a desk on which all was done once and every
 * page was looked at, some mails that came after, and what is rarer. A night sealed a part of its audit trail.
 * Answers the addresses of its pages.
 */
export async function anOfficeOfEveryKind(data: string): Promise<SomePage[]> {
  await mkdir(data, { recursive: true });
  const desk = await openWholeDesk(data);
  const pages = everyPage(desk);
  for (const { path } of pages) await desk.everybody.request(path);
  desk.records.close();
  // in the middle: what comes after is not sealed yet
  await run(process.execPath, ['infra/local/audit.ts', 'seal', '--data', data]);
  const mails = ['01-fillable-form', '10-certificate-missing', '19-governmental-ethics'];
  const office = await anOfficeWithMails(mails, undefined, { dataFolder: data });
  await storeRarerRows(office);
  await office.files.put('picture', new TextEncoder().encode('a page that was drawn'));
  await office.close();
  return pages;
}
