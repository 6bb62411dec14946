import { type Sheet, sheetAsCsv } from '#shared/domain/spreadsheet.ts';
import type { LetterPrinter } from '#shared/ports/letter-printer.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { type AuditSample, makeDrawAuditSample } from './audit-sample.ts';
import { makeGatherYear } from './gather-year.ts';
import { reportLetter } from './report-letter.ts';
import { sampleSheets, totalSheets, unresolvedSheet } from './sheets.ts';
import { listUnresolved } from './unresolved.ts';
import { walkStandings } from './walk-standings.ts';
import { standingInWords } from './words.ts';
import { workbook } from './workbook.ts';
import type { YearPorts } from './year-ports.ts';

/** What leaves at the end of a year, by the name of the file. */
export const yearFileNames = [
  'report.pdf',
  'report.xlsx',
  'standings.csv',
  'past-deadline.csv',
  'audit-sample.csv',
] as const;
export type YearFileName = (typeof yearFileNames)[number];

export const mediaTypeOf = (name: YearFileName): string => {
  if (name.endsWith('.pdf')) return 'application/pdf';
  if (name.endsWith('.csv')) return 'text/csv; charset=utf-8';
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
};

type Asked = { year: number; name: YearFileName; seed?: string | undefined };

/** Everybody's list: an export holds all of it, however long it is. */
const all = Number.POSITIVE_INFINITY;

/** One of the files of a year, made anew from what is on record at this moment. */
export function makeYearFile(ports: YearPorts & { letterPrinter: LetterPrinter }) {
  const { records, programme, clock, letterPrinter } = ports;
  const gatherYear = makeGatherYear(ports);
  const drawSample = makeDrawAuditSample(ports);
  const unresolved = async (year: number) => {
    const { people } = await listUnresolved(records, { year, timeZone: programme.timeZone, most: all });
    return unresolvedSheet(people);
  };
  const sampled = async (sample: AuditSample) => {
    const found = await Promise.all(sample.drawn.map(({ specialistId }) => findSpecialist(records, specialistId)));
    const names = new Map(found.flatMap((one) => (one ? [[one.specialistId, one.legalName]] : [])));
    return sampleSheets(sample, (id) => names.get(id) ?? 'not on the roster');
  };
  return async ({ year, name, seed }: Asked): Promise<Uint8Array> => {
    switch (name) {
      case 'report.pdf':
        return letterPrinter.printPages(reportLetter(await gatherYear(year), await drawSample({ year, seed })));
      case 'report.xlsx': {
        const sheets = [
          ...totalSheets(await gatherYear(year)),
          await unresolved(year),
          ...(await sampled(await drawSample({ year, seed }))),
        ];
        return workbook(sheets, clock.now());
      }
      case 'standings.csv':
        return csv(await standingsSheet(ports, year));
      case 'past-deadline.csv':
        return csv(await unresolved(year));
      case 'audit-sample.csv':
        return csv(asOne(await sampled(await drawSample({ year, seed }))));
    }
  };
}

const csv = (sheet: Sheet) => new TextEncoder().encode(sheetAsCsv(sheet));

/** How it was drawn stands below the list, in the same file: one is worth nothing without the other. */
function asOne(sheets: readonly Sheet[]): Sheet {
  const [list, how] = sheets;
  if (list === undefined || how === undefined) throw new TypeError('a sample is a list and how it was drawn');
  return { ...list, rows: [...list.rows, [], ...how.rows] };
}

async function standingsSheet({ records }: Pick<YearPorts, 'records'>, year: number): Promise<Sheet> {
  const rows: Sheet['rows'][number][] = [];
  for await (const { specialistId, word, due, missing, why, resolved } of walkStandings(records, year)) {
    const said = resolved === null ? '' : `${resolved.word} (${resolved.by}, ${resolved.at}): ${resolved.reason}`;
    const lacks = missing.map(({ inWords }) => inWords).join('; ');
    rows.push([specialistId, standingInWords[word], due ?? 'not published', lacks, why.join(' '), said]);
  }
  return { name: 'Standings', heads: ['Id', 'Standing', 'Last day', 'Missing', 'Why', 'Said by a person'], rows };
}
