import { z } from 'zod';
import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { isDay } from '#shared/domain/calendar.ts';
import { parseHours } from '#shared/domain/hours.ts';
import type { Specialist } from '#shared/domain/person.ts';

/** Signs that are not seen, or turn the direction of what stands beside them, have no place in a name or a title. */
const unseen = /(?![\n\r\t])[\p{Cc}\u200b\u202a-\u202e\u2060-\u2069\ufeff]/u;
const textSchema = (max: number) =>
  z
    .string()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !unseen.test(text), 'holds a sign that cannot be seen');
const filledSchema = (max: number) => textSchema(max).min(1, 'is empty');
const emptyAsNull = (text: string) => (text === '' ? null : text);

const daySchema = z.string().refine(isDay, 'is not a day such as 2026-12-31');
const hoursSchema = z.string().refine((text) => parseHours(text) !== null, 'is not hours such as 2.5');
/** Becomes part of a key of the record store. */
const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'is not an id of letters, digits, . _ -');
const emailSchema = textSchema(254).regex(/^$|^[^\s@]+@[^\s@]+$/, 'is not an address');

export const rosterColumns = [
  'specialistId',
  'legalName',
  'otherNames',
  'email',
  'credentialType',
  'initialTrainingDate',
  'status',
  'employer',
] as const;

/** A file may leave this column out; then what is on file about it stays. */
const certifiedOnSchema = z.union([z.literal(''), daySchema]).transform(emptyAsNull);

/** As offices write it; others by their two or three letters. Left out: what is on file stays. Empty: nobody asked for any. */
const languageNames: Readonly<Record<string, string>> = { english: 'en', spanish: 'es', español: 'es', espanol: 'es' };
const languageSchema = textSchema(20)
  .transform((text) => languageNames[text.toLowerCase()] ?? text.toLowerCase())
  .refine((code) => /^(?:[a-z]{2,3})?$/.test(code), 'is not a language such as en or es')
  .transform(emptyAsNull);

export const specialistLineSchema: z.ZodType<Specialist> = z.object({
  specialistId: idSchema,
  legalName: filledSchema(200),
  otherNames: textSchema(600).transform(namesOf),
  email: emailSchema.transform(emptyAsNull),
  credentialType: filledSchema(40),
  initialTrainingDate: z.union([z.literal(''), daySchema]).transform(emptyAsNull),
  certifiedOn: certifiedOnSchema.optional(),
  language: languageSchema.optional(),
  status: filledSchema(40),
  employer: textSchema(200).transform(emptyAsNull),
});

export const approvedColumns = ['title', 'provider', 'hours', 'ethicsHours', 'approvedFrom', 'approvedTo'] as const;

export const approvedLineSchema: z.ZodType<ApprovedTraining> = z
  .object({
    title: filledSchema(300),
    provider: textSchema(300),
    hours: hoursSchema,
    ethicsHours: hoursSchema,
    approvedFrom: daySchema,
    approvedTo: daySchema,
  })
  .refine((line) => (parseHours(line.ethicsHours) ?? 0) <= (parseHours(line.hours) ?? 0), {
    path: ['ethicsHours'],
    error: 'are more than the hours',
  })
  .refine((line) => line.approvedFrom <= line.approvedTo, { path: ['approvedTo'], error: 'is before approvedFrom' });

/** "Monique Landry; M. Arceneaux" or with | between. */
function namesOf(cell: string): string[] {
  return cell
    .split(/[;|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
