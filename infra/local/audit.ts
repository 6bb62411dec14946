import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeSealAudit } from '#functions/seal-audit/seal-audit.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { auditPartitions } from '#shared/adapters/local/sqlite-audit-partitions.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { auditInLines } from './audit-in-lines.ts';

const usage = `npm run audit -- verify [--data DIR] [--heads DIR]  checks every row of the audit trail; exit code 1 names the first place that does not hold
npm run audit -- seal [--data DIR]                  tonight's seal, now
--heads takes a copy of the folder audit-heads that was kept elsewhere; without it that of the data folder is compared.`;

/** `npm run audit`: also while the desk runs. */
async function main(): Promise<void> {
  const { what, data, heads: copy } = asked();
  const settings = readLocalSettings(process.env, data === undefined ? [] : ['--data', data]);
  const file = join(settings.dataFolder, 'records.sqlite');
  // opening would make a new one
  if (!existsSync(file))
    throw new GiveUp(`Nothing is stored in ${settings.dataFolder}. Name the data folder with --data.`);
  if (copy !== undefined && !existsSync(copy))
    throw new GiveUp(`There is no folder ${copy}. Name a copy of audit-heads.`);
  const heads = openFolderAuditHeads(copy ?? join(settings.dataFolder, 'audit-heads'));
  const records = openSqliteRecordStore(file);
  try {
    if (what === 'seal') {
      const { timeZone } = await readProgrammeFolder(settings.programmeFolder);
      const { day, chains, isNew } = await makeSealAudit({ records, heads, clock: systemClock, timeZone })();
      console.log(isNew ? `Sealed ${day}: the ends of ${chains} audit trails.` : `${day} is sealed already.`);
      return;
    }
    const verified = await verifyAudit({ records, heads, alsoIn: auditPartitions(file) });
    for (const line of auditInLines(verified)) console.log(line);
    if (verified.faultCount > 0) process.exitCode = 1;
  } finally {
    records.close();
  }
}

function asked() {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({ options: { data: text, heads: text }, allowPositionals: true });
    const [what] = positionals;
    if (positionals.length === 1 && (what === 'verify' || what === 'seal')) return { what, ...values };
  } catch {
    // falls through: whatever was asked, it is none of these
  }
  throw new GiveUp(usage);
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exitCode = 1;
});
