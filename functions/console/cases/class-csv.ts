import type { Application } from '#shared/domain/application.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { sheetAsCsv } from '#shared/domain/spreadsheet.ts';
import type { ClassEntry, ClassList } from '#shared/rules/class-list.ts';
import { completenessWords, destinationWords } from '../parts/application-words.ts';
import { verdictInWords } from '../parts/status-tag.ts';
import { instantInWords } from '../parts/time-words.ts';

/** The lists as a table for a spreadsheet: the same columns for everybody, with the verdict of each rule in its own. */
export function classCsv(lists: readonly ClassList[], timeZone: string): string {
  const everyFinding = lists.flatMap(({ entries }) => entries.flatMap(({ application }) => application.findings));
  const rules = [...new Set(everyFinding.map(({ rule }) => rule))].sort();
  const head = [...columns, ...rules];
  const rows = lists.flatMap((list) => list.entries.map((entry) => cellsOf(list, entry, rules, timeZone)));
  return sheetAsCsv({ name: 'Applications', heads: head, rows });
}

const columns = [
  'Credential',
  'Class',
  'Seats set by a person',
  'Order of receipt',
  'Received',
  'Reference',
  'Name on the form',
  'Complete',
  'Complete since',
  'Decided by a person',
  'Still needed',
  'Came to',
  'May be the same person as',
] as const;

function cellsOf(list: ClassList, entry: ClassEntry, rules: readonly string[], timeZone: string): string[] {
  const { application, order, maybeSame } = entry;
  return [
    list.credential ?? 'not clear',
    list.set?.name ?? list.wished ?? 'none named',
    list.set?.seats === undefined || list.set.seats === null ? 'not set' : String(list.set.seats),
    String(order),
    instantInWords(application.receivedAt, timeZone),
    application.reference,
    application.name ?? 'not read',
    completenessWords[application.completeness],
    application.completeSince === null ? '' : instantInWords(application.completeSince, timeZone),
    decidedWords(application, timeZone),
    application.missing.join(' '),
    destinationWords[application.destination],
    maybeSame.join(' '),
    ...rules.map((rule) => verdictOf(application.findings, rule)),
  ];
}

function decidedWords({ decided }: Application, timeZone: string): string {
  if (decided === null) return '';
  return `${decided.action === 'accept' ? 'accepted as complete' : 'the sender was asked'}, ${instantInWords(decided.at, timeZone)}`;
}

function verdictOf(findings: readonly Finding[], rule: string): string {
  const found = findings.find((finding) => finding.rule === rule);
  return found ? verdictInWords(found.verdict) : 'not asked';
}
