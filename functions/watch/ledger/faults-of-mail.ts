import type { Judgement } from '#shared/domain/judgement.ts';
import type { LedgerFault, Place } from '#shared/domain/ledger.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { MailRows, SingleRow } from '#shared/records/mail-rows.ts';

/** One mail with all that should be there of it. What stands beside its own rows is looked up by whoever gathers it. */
export type KeptMail = {
  /** its reference, or its id where the book does not know it */
  about: string;
  isEntered: boolean;
  rows: MailRows;
  judgement: Judgement | null;
  /** whether the store has the bytes, by key: of the raw mail, of its files and of what was read of them */
  missingBytes: readonly string[];
  /** another mail with the same bytes, or this one, is noted as the first */
  hasFirst: boolean;
  hasEarlier: boolean;
  hasFigures: boolean;
  hasHour: boolean;
  hasBook: boolean;
  /** the pages that its letters were drafted with */
  hasWordings: boolean;
  /** hashes of files that no longer say in which mails they were */
  unnotedFiles: readonly string[];
};

/** Where the mail is now. Each is in one place by its own row alone. */
export function placeOf({ filedAt, outcome }: Submission): Place {
  if (filedAt === null) return 'inFlight';
  if (outcome === 'duplicate') return 'duplicates';
  return outcome === 'quarantined' || outcome === 'not-a-submission' ? 'refused' : 'filed';
}

/** The same bytes again: nothing was done with it, so little is kept of it. */
const isRepeatOfBytes = ({ outcome, mail }: Submission) => outcome === 'duplicate' && mail === null;

/** In sentences, all that should be there of one mail and is not. */
export function faultsOfMail(kept: KeptMail): LedgerFault[] {
  const { submission } = kept.rows;
  const says = [
    ...(kept.isEntered ? [] : ['It is kept, and the book of what was received does not know it.']),
    ...kept.rows.unreadable.map((row) => `Its row ${row} cannot be read.`),
    ...(submission === null ? ['It was received, and its own row is gone.'] : ofSubmission(kept, submission)),
  ];
  return says.map((each) => ({ about: kept.about, says: each }));
}

function ofSubmission(kept: KeptMail, submission: Submission): string[] {
  const always = [
    ...kept.missingBytes.map((key) => `The file store no longer has ${key}.`),
    ...unless(kept.hasFirst, 'Nothing says any more which mail with these bytes was the first.'),
    ...unless(kept.hasEarlier, 'It repeats an earlier mail, and that one is gone.'),
  ];
  // what goes on at this moment is written row by row
  if (submission.filedAt === null || isRepeatOfBytes(submission)) return always;
  return [
    ...[...always, ...filesOf(kept, submission), ...afterFiling(kept, submission)],
    ...[...ofHappenings(kept), ...ofReplies(kept)],
  ];
}

function filesOf({ rows, unnotedFiles }: KeptMail, { filesFound }: Submission): string[] {
  const lost = filesFound === undefined ? 0 : filesFound - rows.files.length;
  return [
    ...unless(lost === 0, `${filesFound} files were found in it, and ${rows.files.length} are on record.`),
    ...unnotedFiles.map((sha256) => `A file of it (${sha256.slice(0, 12)}) is not noted as having come with it.`),
  ];
}

function afterFiling(kept: KeptMail, submission: Submission): string[] {
  const { rows, judgement, hasFigures, hasHour, hasBook, hasWordings } = kept;
  const has = (row: SingleRow) => rows.single.has(row);
  const needsPerson = submission.outcome === 'needs-review' || submission.outcome === 'quarantined';
  const papers = judgement?.papers ?? rows.papers;
  return [
    ...unless(has('QUEUE-LINE'), 'It lies on no shelf of the queue.'),
    ...unless(!needsPerson || has('REVIEW'), 'A person has to look at it, and it is on nobody’s list.'),
    ...unless(hasFigures && hasHour, 'It is not among the figures.'),
    ...unless(papers === rows.papers, `It was judged by ${papers} papers, and ${rows.papers} are on record.`),
    ...unless(judgement === null || has('PEOPLE'), 'Nothing says any more whose papers it brought.'),
    ...unless(hasBook, 'The pages of the rules that judged it are gone.'),
    ...unless(hasWordings, 'The pages that its letters were drafted with are gone.'),
  ];
}

/** What happened and what it left behind, each held against the other. */
function ofHappenings({ rows, judgement }: KeptMail): string[] {
  const times = (action: string) => rows.happened.filter((one) => one.action === action).length;
  const judgedBy = rows.happened.filter(({ action }) => isJudging.has(action)).map(({ at }) => at);
  const isOpened = rows.submission?.mail !== null;
  const wasReviewed = rows.happened.some(({ action }) => isOpening.has(action));
  const sent = rows.answers.filter(({ state }) => state === 'sent').length;
  const waited = rows.answers.filter(({ notBefore }) => notBefore !== undefined).length;
  const noted = "is on record, and the audit trail doesn't say so";
  return [
    ...unless(!isOpened || times('opened') > 0, `That it was opened ${noted}.`),
    ...unless(times('filed') > 0, `That it was filed ${noted}.`),
    ...unless(judgement === null || rows.judgedAt.length > 0, 'No judgement of it is kept.'),
    ...unless(judgement !== null || judgedBy.length === 0, 'It was judged, and the judgement is gone.'),
    ...differing(rows.judgedAt, judgedBy).map((at) => `Of its judgement at ${at} one half is gone.`),
    ...unless(sent === times('answered'), `${times('answered')} letters were sent for it, and ${sent} are on record.`),
    ...unless(waited === times('answer-waits'), 'An answer that waited for its hour, or the note of it, is gone.'),
    ...unless(rows.decisions.length === times('decided'), 'A decision about it, or the note of one, is gone.'),
    ...unless(
      isWithoutGap(rows.decisions) && isWithoutGap(rows.corrections),
      'A correction or decision of it is gone.',
    ),
    ...unless(!wasReviewed || rows.single.has('REVIEW'), 'It was a person’s to look at, and that is gone.'),
    ...unless(wasReviewed || !rows.single.has('REVIEW'), 'It is a person’s to look at, and nothing says since when.'),
    ...unless(isPaired(rows, times('chosen-for-blind-sample')), 'Of its place in the blind sample one half is gone.'),
  ];
}

/** A mail that brought the case back stands beside it, as does what a person said of that mail: each beside the note of it. */
function ofReplies({ rows: { replies, happened } }: KeptMail): string[] {
  const noted = (action: string) => happened.filter((one) => one.action === action).flatMap(({ codes }) => codes);
  const came = replies.map(({ reference }) => reference);
  const apart = replies.filter((reply) => reply.apart !== null).map(({ reference }) => reference);
  return [
    ...differing(came, noted('reply-came')).map((one) => `Of the reply ${one} that brought it back, one half is gone.`),
    ...differing(apart, noted('reply-apart')).map(
      (one) => `That ${one} does not belong to it is said by one half only.`,
    ),
  ];
}

/** Each leaves a judgement behind at its instant. */
const isJudging: ReadonlySet<string> = new Set(['judged', 'reply-came', 'judged-again']);
/** Each leaves a task for a person behind, or found one there. */
const isOpening: ReadonlySet<string> = new Set([
  ...['review-opened', 'set-aside', 'reopened', 'reply-came', 'judged-again', 'opened-apart'],
]);
const isPaired = ({ single }: MailRows, chosen: number) => single.has('BLIND') === chosen > 0;
const unless = (isSo: boolean, says: string): string[] => (isSo ? [] : [says]);
const isWithoutGap = (numbers: readonly number[]) => numbers.every((number, at) => number === at + 1);

function differing(some: readonly string[], others: readonly string[]): string[] {
  return [...some.filter((one) => !others.includes(one)), ...others.filter((one) => !some.includes(one))];
}
