import { makeGatherYear } from '#functions/year-end/gather-year.ts';
import { makeYearFile, yearFileNames } from '#functions/year-end/year-files.ts';
import { pdfLetterPrinter } from '#shared/adapters/pdf-letter-printer.ts';
import officeSettings from '#shared/config/office.json' with { type: 'json' };
import type { Check } from '../checks/check.ts';
import { wordOf } from '../checks/verdicts.ts';
import type { YearLived } from '../run-year.ts';
import { yearTruth } from '../truth.ts';
import { localDay } from '../world/local-time.ts';

/** The files that the office itself would make at the end of the year, by name. */
export async function yearFilesOf({ office, wish }: YearLived): Promise<Map<string, Uint8Array>> {
  const { records, clock, programme } = office;
  const ports = { records, clock, programme, letterPrinter: pdfLetterPrinter };
  const make = makeYearFile({ ...ports, auditSample: officeSettings.auditSample });
  const files = new Map<string, Uint8Array>();
  for (const name of yearFileNames) files.set(`${wish.year}-${name}`, await make({ year: wish.year, name }));
  return files;
}

/** The office's own report of the year, held against what the simulation counted by itself. */
export async function reportAddsUp(lived: YearLived): Promise<Check> {
  const { office, wish, people, mails } = lived;
  const totals = await makeGatherYear(office)(wish.year);
  const own = mails.all.filter(({ mail }) => localDay(mail.at).startsWith(String(wish.year)));
  const broken: string[] = [];
  const same = (what: string, reported: number, counted: number) => {
    if (reported !== counted) broken.push(`${what}: ${reported} in the report, ${counted} counted`);
  };
  same('people', totals.people, people.length);
  same('mails received', totals.numbers.received, own.length);
  for (const [end, count] of Object.entries(totals.numbers.first))
    same(`mails ${end} by the machine`, count, own.filter(({ first }) => first === end).length);
  for (const { word, count } of totals.standings) {
    const counted = people.filter((person) => {
      const truth = yearTruth(person, wish.year, mails.mailsOf(person.specialistId));
      return word.startsWith(wordOf(truth, wish.year));
    });
    same(`people ${word}`, count, counted.length);
  }
  return { says: "the office's own report of the year comes to the same", looked: people.length + own.length, broken };
}
