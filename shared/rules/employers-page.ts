import { type Problem, readPage } from './markdown-page.ts';
import { type Reader, readRows } from './read-settings.ts';

/** An address from which an employer may send papers of the people who work there. */
export type EmployerSender = { readonly employer: string; readonly address: string };
export type EmployersPage = readonly EmployerSender[];

const plainAddress = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** employers.md: whose word the office takes for papers of somebody else. One address a line: a whole domain is nobody's word. */
export function readEmployers(path: string, text: string): { read: EmployersPage; problems: Problem[] } {
  const reader: Reader = { page: readPage(path, text), problems: [] };
  const rows = readRows(reader, 'Who may send for others', ['employer', 'address', 'source']);
  for (const { cells, line } of rows.filter(({ cells }) => !plainAddress.test(cells.address ?? '')))
    reader.problems.push({
      page: path,
      line,
      says: `"${cells.address}" is no address. Write one such as hr@example.org.`,
    });
  return {
    read: rows.map(({ cells }) => ({ employer: plain(cells.employer ?? ''), address: plain(cells.address ?? '') })),
    problems: reader.problems,
  };
}

/** Whether the office takes this address's word for somebody whom the roster says to work there. */
export function mayEmployerSend(employers: EmployersPage, address: string | null, employer: string | null): boolean {
  if (address === null || employer === null) return false;
  const [from, at] = [plain(address), plain(employer)];
  return employers.some((one) => one.address === from && one.employer === at);
}

const plain = (words: string): string => words.trim().replace(/\s+/g, ' ').toLowerCase();
