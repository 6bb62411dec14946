import { z } from 'zod';
import { type Answer, answerSchema } from '#shared/domain/answer.ts';
import { type FileRecord, fileRecordSchema } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { type Reply, replySchema } from '#shared/domain/reply.ts';
import { type Submission, submissionSchema } from '#shared/domain/submission.ts';
import type { RecordStore, StoredRecord } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';

/** What happened, and when: the instant and the action of an audit row, and the codes in it. */
export type Happening = { at: string; action: string; codes: readonly string[] };
const codesSchema = z.object({ codes: z.array(z.string()) });

/** Everything that is kept of one mail, by what it is: for the ledger, which asks whether something is gone. */
export type MailRows = {
  submission: Submission | null;
  files: FileRecord[];
  /** the first field of a correction's or decision's key: its number */
  corrections: number[];
  decisions: number[];
  answers: Answer[];
  /** mails that brought it back */
  replies: Reply[];
  papers: number;
  happened: Happening[];
  /** when it was judged: an instant for each judgement that is kept */
  judgedAt: string[];
  /** rows of which there is one, by the name of their key */
  single: ReadonlySet<string>;
  /** keys of rows that have not their shape */
  unreadable: string[];
};

/** Those of which a mail has one or none. */
export type SingleRow = 'PEOPLE' | 'JUDGEMENT' | 'QUEUE-LINE' | 'REVIEW' | 'BLIND';

export async function readMailRows(records: RecordStore, id: SubmissionId): Promise<MailRows> {
  const rows = await listAll(records, { pk: `SUB#${id}` });
  const of = (name: string) => rows.filter(({ sk }) => sk.split('#')[0] === name);
  const unreadable: string[] = [];
  const parsed = <Body>(schema: z.ZodType<Body>, row: StoredRecord): Body[] => {
    const { data } = schema.safeParse(row.body);
    if (data === undefined) unreadable.push(row.sk);
    return data === undefined ? [] : [data];
  };
  const partOf = (row: StoredRecord, at: number) => row.sk.split('#')[at] ?? '';
  return {
    submission: of('SUBMISSION').flatMap((row) => parsed(submissionSchema, row))[0] ?? null,
    files: of('FILE').flatMap((row) => parsed(fileRecordSchema, row)),
    corrections: of('CORRECTION').map((row) => Number(partOf(row, 1))),
    decisions: of('DECISION').map((row) => Number(partOf(row, 1))),
    answers: of('ANSWER').flatMap((row) => parsed(answerSchema, row)),
    replies: of('REPLY').flatMap((row) => parsed(replySchema, row)),
    papers: of('DOC').length,
    happened: of('AUDIT').map((row) => {
      const { codes = [] } = codesSchema.safeParse(row.body).data ?? {};
      return { at: partOf(row, 1), action: partOf(row, 2), codes };
    }),
    judgedAt: of('JUDGED').map((row) => partOf(row, 1)),
    single: new Set(rows.map(({ sk }) => sk)),
    unreadable,
  };
}
