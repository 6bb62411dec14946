import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import { wordsOf } from '#shared/domain/answer.ts';
import type { Staff } from '#shared/domain/staff.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { listAll } from '#shared/records/list-all.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Case } from './find-case.ts';
import { holdsHarm, isGone, isQuarantined } from './original.ts';
import { safeFileName } from './safe-file-name.ts';
import { withoutGone } from './without-gone.ts';

type Part = { path: string; bytes: Uint8Array };
type LeftOut = { file: string; because: string };

/** Pictures are ours, drawn from the originals; openings stand in the history. */
const notEvidence = /^(?:PICTURE|OPENED|AUDIT)#/;

/**
 * All that a decision about a case rests on, as one ZIP: the mail and its files byte for byte, every row of the case
 * (readings, corrections, rulings, decisions), findings, the text of the rules as they stand, letters, history, and a list
 * of the hashes of all of it. What is quarantined, and what stood on a paper that was ordered away, is named and left out.
 */
export async function evidencePack(deps: ConsoleDeps, found: Case, takenBy: Staff): Promise<Uint8Array> {
  const { submission } = found;
  const leftOut: LeftOut[] = [];
  const parts = [
    ...(await originals(deps, found, leftOut)),
    ...(await rowsOf(deps, found, leftOut)),
    ...rulesOf(deps, found),
    ...lettersOf(found),
  ];
  const manifest = {
    reference: submission.reference,
    programme: deps.programme.name,
    takenAt: deps.clock.now(),
    takenBy: { staffId: takenBy.staffId, name: takenBy.name },
    parts: parts.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
    leftOut,
  };
  const all = [inJson('manifest.json', manifest), ...parts];
  const mtime = new Date(manifest.takenAt);
  return zipSync(
    Object.fromEntries(all.map(({ path, bytes }): [string, Zippable[string]] => [path, [bytes, { mtime }]])),
  );
}

const withheld = 'a private paper in it was ordered to be returned or destroyed';

const disposed = 'it was destroyed when its retention period was over, or is missing: see the history';

async function originals({ files }: ConsoleDeps, { submission, files: found }: Case, leftOut: LeftOut[]) {
  const parts: Part[] = [];
  if (holdsHarm(submission, found))
    leftOut.push({ file: 'mail.eml', because: 'the mail, or a file in it, is quarantined' });
  else if (found.some(isGone)) leftOut.push({ file: 'mail.eml', because: withheld });
  else if (!(await files.has(submission.rawKey))) leftOut.push({ file: 'mail.eml', because: disposed });
  else parts.push({ path: 'mail.eml', bytes: await files.read(submission.rawKey) });
  for (const file of found) {
    const name = `originals/${file.fileId}-${safeFileName(file.attachment)}`;
    if (isQuarantined(submission, file)) leftOut.push({ file: name, because: 'the file is quarantined' });
    else if (isGone(file)) leftOut.push({ file: `originals/${file.fileId}`, because: withheld });
    else if (!(await files.has(file.fileKey))) leftOut.push({ file: name, because: disposed });
    else parts.push({ path: name, bytes: await files.read(file.fileKey) });
  }
  return parts;
}

async function rowsOf({ records }: ConsoleDeps, found: Case, leftOut: LeftOut[]): Promise<Part[]> {
  const { submission, judgement, files } = found;
  const { submissionId } = submission;
  const rows = await listAll(records, { pk: `SUB#${submissionId}` });
  const own = withoutGone(
    rows.filter(({ sk }) => !notEvidence.test(sk)),
    files,
  );
  leftOut.push(...own.leftOut);
  if (own.isCut) leftOut.push({ file: 'findings.json', because: withheld });
  return [
    inJson(
      'rows.json',
      own.rows.map(({ sk, version, body }) => ({ row: sk, version, body })),
    ),
    ...(own.isCut ? [] : [inJson('findings.json', judgement)]),
    inJson('history.json', await listHistory(records, submissionId)),
  ];
}

function rulesOf({ programme }: ConsoleDeps, { judgement }: Case): Part[] {
  const used = new Set((judgement?.findings ?? []).map(({ page }) => page));
  const shown = programme.rulePages.filter(({ page }) => used.has(page) || !page.endsWith('.rule.md'));
  return shown.map(({ page, text }) => ({ path: `rules/${page}`, bytes: utf8(text) }));
}

function lettersOf({ answer }: Case): Part[] {
  if (answer === null) return [];
  const head = `To: ${answer.to}\nSubject: ${answer.subject}\nState: ${answer.state}\nSent: ${answer.sentAt ?? 'not yet'}\n\n`;
  return [{ path: 'letters/answer.txt', bytes: utf8(head + wordsOf(answer)) }];
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const inJson = (path: string, value: unknown): Part => ({ path, bytes: utf8(`${JSON.stringify(value, null, 2)}\n`) });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
