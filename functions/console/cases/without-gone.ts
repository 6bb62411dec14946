import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FileRecord } from '#shared/domain/document.ts';
import type { StoredRecord } from '#shared/ports/record-store.ts';
import { isGone } from './original.ts';

type LeftOut = { file: string; because: string };
type Shown = Pick<StoredRecord, 'sk' | 'version' | 'body'>;

const because = 'it may hold what stood on a paper that was ordered to be returned or destroyed';

/** Rows that say what stood on papers: made of all of them, so none is whole without the one that is gone. */
const ofPapers = /^(?:JUDGEMENT|JUDGED|PEOPLE|QUEUE-LINE)(?:#|$)/;
const aboutFileSchema = z.object({
  fileId: z.string().optional(),
  change: z.object({ fileId: z.string().optional(), document: z.object({ fileId: z.string() }).optional() }).optional(),
});
const withReasonsSchema = z.looseObject({ reasons: z.array(z.looseObject({ code: z.string() })) });
const decisionSchema = z.looseObject({
  rulings: z.looseObject({ credits: z.array(z.looseObject({ title: z.string() })) }),
  lost: z.array(z.string()).optional(),
});

/**
 * The rows of a case without what stood on papers that nobody may see any more: rows of the file and of what people said of it, and
 * every judgement made before the order, go as a whole; each is named, with the hash of what it says. Codes, orders and who
 * decided stay.
 */
export function withoutGone(
  rows: readonly Shown[],
  files: readonly FileRecord[],
): { rows: Shown[]; leftOut: LeftOut[]; isCut: boolean } {
  const gone = files.filter(isGone);
  if (gone.length === 0) return { rows: [...rows], leftOut: [], isCut: false };
  const ids = new Set<string>(gone.map(({ fileId }) => fileId));
  const since =
    gone
      .flatMap(({ withheld }) => withheld?.at ?? [])
      .sort()
      .at(-1) ?? '';
  const lastJudged = rows.flatMap(({ sk }) => /^JUDGED#([^#]+)#/.exec(sk)?.[1] ?? []).at(-1) ?? '';
  const isCut = lastJudged <= since;
  const isLeftOut = ({ sk, body }: Shown) =>
    ofPapers.test(sk) ? (judgedIn(sk) ?? lastJudged) <= since : !sk.startsWith('FILE#') && isAbout(body, ids);
  const leftOut = rows.filter(isLeftOut).map(({ sk, body }) => {
    return { file: `rows.json: ${sk}`, because: `${because}; SHA-256 of the row ${sha256(body)}` };
  });
  const kept = rows
    .filter((row) => !isLeftOut(row))
    .map((row) => ({ ...row, body: isCut ? inCodes(row) : row.body }))
    .map((row) => (row.sk.startsWith('FILE#') && isAbout(row.body, ids) ? { ...row, body: unnamed(row.body) } : row));
  return { rows: kept, leftOut, isCut };
}

/** The instant in the key of a judgement that is kept by its day; what has none is as old as the last one. */
const judgedIn = (sk: string): string | null => /^JUDGED#([^#]+)#/.exec(sk)?.[1] ?? null;

function isAbout(body: unknown, ids: ReadonlySet<string>): boolean {
  const parsed = aboutFileSchema.safeParse(body);
  if (!parsed.success) return false;
  const { fileId, change } = parsed.data;
  return [fileId, change?.fileId, change?.document?.fileId].some((id) => id !== undefined && ids.has(id));
}

/** Reasons by their codes, and decisions without the names of trainings. */
function inCodes({ sk, body }: Shown): unknown {
  if (sk.startsWith('DECISION#')) {
    const decision = decisionSchema.safeParse(body).data;
    if (decision === undefined) return body;
    const credits = decision.rulings.credits.map((ruling) => ({ ...ruling, title: 'left out' }));
    return { ...decision, rulings: { ...decision.rulings, credits }, lost: decision.lost?.map(() => 'left out') };
  }
  const held = withReasonsSchema.safeParse(body).data;
  return held === undefined ? body : { ...held, reasons: held.reasons.map(({ code }) => ({ code })) };
}

/** A name that somebody gave a file often says what is in it. */
const unnamed = (body: unknown): unknown => ({ ...z.looseObject({}).parse(body), attachment: 'left out' });

const sha256 = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex');
