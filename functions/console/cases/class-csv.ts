import type { Application } from '#shared/domain/application.ts';
import type { Finding } from '#shared/domain/finding.ts';
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
  // Excel reads a file without this mark in the machine's own alphabet
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(safeCell).join(',')).join('\r\n')}\r\n`;
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

/**
 * What a spreadsheet would take for a formula gets an apostrophe in front, also behind blanks and in the wide forms of the
 * signs; quotes are doubled, and no cell breaks its line.
 */
export function safeCell(text: string): string {
  const oneLine = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  const isFormula = /^[\s\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\u2212]/u.test(oneLine) || /^[\t\r\n]/.test(text);
  return `"${(isFormula ? `'${oneLine}` : oneLine).replaceAll('"', '""')}"`;
}
