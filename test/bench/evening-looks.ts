import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { auditPartitions } from '#shared/adapters/local/sqlite-audit-partitions.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { isConserved } from '#shared/domain/ledger.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { answersByMail, readRecords } from '#test/journeys/kept-records.ts';
import type { Refusals } from './send-until-taken.ts';

type Evening = { data: string; acknowledged: ReadonlyMap<string, number>; refusals: Refusals };

const openSchema = z.array(z.object({ sha: z.string() }));
const openOnes = "SELECT json_extract(body, '$.rawSha256') AS sha FROM records WHERE index2pk = 'SUBMISSIONS#OPEN'";

/** One line about how it stands, each time it is called; `open` says how many mails have no answer yet. */
export function lookAtEvening({ data, pid, acknowledged, refusals }: Evening & { pid: number }) {
  const database = new DatabaseSync(join(data, 'records.sqlite'), { readOnly: true, timeout: 10_000 });
  const listOpen = database.prepare(openOnes);
  const started = Date.now();
  let [peak, oldestEver] = [0, 0];
  const openNow = () => openSchema.parse(listOpen.all()).map(({ sha }) => sha);
  const look = () => {
    const open = openNow();
    const now = Date.now();
    const age = Math.max(0, ...open.map((sha) => now - (acknowledged.get(sha) ?? now))) / 1000;
    const megabytes = residentMegabytes(pid);
    peak = Math.max(peak, megabytes);
    oldestEver = Math.max(oldestEver, age);
    const answered = acknowledged.size - open.length;
    const seconds = (now - started) / 1000;
    return [
      `${Math.round(seconds)} s`,
      `taken ${acknowledged.size}`,
      `answered ${answered} (${(answered / seconds).toFixed(2)} a second)`,
      `oldest unanswered ${Math.round(age)} s (most ${Math.round(oldestEver)} s)`,
      `memory ${megabytes} MB (most ${peak} MB)`,
      `refused for now ${[...refusals].map(([code, times]) => `${code}: ${times}`).join(', ') || 'none'}`,
    ].join(' · ');
  };
  return Object.assign(look, { open: () => openNow().length });
}

/** The host and all its children, as the system counts them. */
function residentMegabytes(pid: number): number {
  const known = new Set([pid]);
  let kilobytes = 0;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  for (const name of processes.sort((a, b) => Number(a) - Number(b))) {
    const status = statusOf(name);
    const isOurs = Number(name) === pid || known.has(Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
    if (!isOurs) continue;
    known.add(Number(name));
    kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  }
  return Math.round(kilobytes / 1024);
}

function statusOf(processId: string): string {
  try {
    return readFileSync(`/proc/${processId}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** What was promised of the evening and does not hold, in words. */
export async function verdictOnEvening({ data, acknowledged, refusals }: Evening): Promise<string[]> {
  const { submissions } = readRecords(data);
  const firsts = submissions.filter(({ duplicateOf }) => duplicateOf === null);
  const kept = new Set(firsts.map(({ rawSha256 }) => rawSha256));
  const lost = [...acknowledged.keys()].filter((sha) => !kept.has(sha)).length;
  const undecided = firsts.filter(({ outcome, filedAt }) => outcome === null || filedAt === null).length;
  const outcomes = new Map<string, number>();
  for (const { outcome } of firsts) outcomes.set(outcome ?? 'none', (outcomes.get(outcome ?? 'none') ?? 0) + 1);
  console.log(`outcomes ${[...outcomes].map(([outcome, times]) => `${outcome}: ${times}`).join(', ')}`);
  const answers = await answersByMail(data);
  const twice = [...answers.values()].filter((times) => times > 1).length;
  const wrongly = [...refusals].filter(([code]) => /^5\d\d$/.test(code));
  return [
    ...(lost > 0 ? [`${lost} mails with a 250 are in no case`] : []),
    ...(undecided > 0 ? [`${undecided} mails have no end`] : []),
    ...(answers.size < firsts.length ? [`${firsts.length - answers.size} mails have no answer`] : []),
    ...(twice > 0 ? [`${twice} mails were answered twice`] : []),
    ...wrongly.map(([code, times]) => `refused for good with ${code}: ${times}`),
    ...(await ledgerFaults(data)),
  ];
}

async function ledgerFaults(data: string): Promise<string[]> {
  const path = join(data, 'records.sqlite');
  const records = openSqliteRecordStore(path);
  const files = openFolderFileStore(join(data, 'files'));
  const ledger = await makeProveLedger({ records, files, clock: systemClock })({ withStore: true });
  const heads = openFolderAuditHeads(join(data, 'audit-heads'));
  const audit = await verifyAudit({ records, heads, alsoIn: auditPartitions(path) });
  records.close();
  return [
    ...(isConserved(ledger) ? [] : [`the ledger does not add up: ${JSON.stringify(ledger.faults.slice(0, 3))}`]),
    ...(audit.faultCount > 0 ? [`the audit trail has ${audit.faultCount} faults`] : []),
  ];
}
