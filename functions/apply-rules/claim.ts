import type { DocumentRecord, FieldValue, TrainingRow } from '#shared/domain/document.ts';
import { type HoursHundredths, parseHours } from '#shared/domain/hours.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { agreeingFrom } from '#shared/domain/unsure-name.ts';
import type { Concern } from './concern.ts';

/** A document of the case, with the mail and the place in it that it came from. */
export type ClaimDocument = {
  document: DocumentRecord;
  submissionId: SubmissionId;
  /** 0-based place in its own mail */
  at: number;
  isThisMail: boolean;
  /** it came with an earlier mail of which nobody knows yet who sent it */
  doubt: Concern | null;
  /** a person of the office has said in this mail what this paper is, or whose */
  isLookedAt?: boolean;
  /** a person said something else of the very same paper, when it came with an earlier mail */
  saidBefore?: Concern;
};

export type ReportedRow = {
  row: TrainingRow;
  from: ClaimDocument;
  /** 0-based place on the form; of the first row, where two stand for one training */
  at: number;
  /** where the form gives the ethics part of the training a row of its own */
  ethicsHours?: HoursHundredths;
};

/** One training of a person's year: what the form says, the certificate beside it, the guidance form where there is one. */
export type Training = {
  reported: ReportedRow | null;
  certificate: ClaimDocument | null;
  /** the same certificate sent again (a second scan): shown, never counted again */
  copies: ClaimDocument[];
  guidance: ClaimDocument | null;
};

/** A value at or above this is taken as read; below it a second source must agree. */
export const certainFrom = 0.9;

export function fieldOf(claim: ClaimDocument | null, name: string): FieldValue | null {
  return claim?.document.fields[name] ?? null;
}

export function textOf(value: FieldValue | null | undefined): string | null {
  return typeof value?.value === 'string' && value.value.trim() !== '' ? value.value : null;
}

/** Nothing but a recogniser has looked at this paper: what it did not find may be there all the same. */
export const isSeenOnly = (claim: ClaimDocument | null | undefined): boolean => claim?.document.reading === 'ocr';

/**
 * A yes has to be certain; a no only asks the sender to look again. From a picture neither is taken unless two looks at
 * it agree: only then is its value that sure.
 */
export function surelyYesNo(claim: ClaimDocument | null, name: string): boolean | null {
  const value = fieldOf(claim, name);
  const answer = yesNoOf(value);
  const needed = answer === true || isSeenOnly(claim) ? certainFrom : agreeingFrom;
  return (value?.confidence ?? 0) >= needed ? answer : null;
}

/** Every way a text was read: by the first engine, and by the one that looked again. */
export function readingsOf(value: FieldValue | null | undefined): string[] {
  const [first, second] = [textOf(value), value?.witness?.raw?.trim() ?? ''];
  return [...new Set([first ?? '', second])].filter((reading) => reading !== '');
}

export function yesNoOf(value: FieldValue | null | undefined): boolean | null {
  return typeof value?.value === 'boolean' ? value.value : null;
}

export function hoursOf(value: FieldValue | null | undefined): HoursHundredths | null {
  const text = textOf(value);
  return text === null ? null : parseHours(text);
}

export const fileOf = (claim: ClaimDocument) => `${claim.document.sha256}#${claim.document.part}`;
