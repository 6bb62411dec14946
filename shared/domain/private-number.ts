/** What stands in the place of a number that was covered. */
export const covered = '***';

/** A Social Security number as it is written: the first three are never 000, 666 or 9xx. Behind a dash it is the number of a certificate. */
export const writtenNumber = /(?<![\d-])(?!000|666|9)\d{3}[-–.](?!00)\d{2}[-–.](?!0000)\d{4}(?![\d-])/g;
/** Behind its label it may be written without dashes. */
const labelled =
  /((?:\bss[#n]?|\bs\.s\.n\.?|\bsocial security(?:\s+(?:number|no\.?|#))?|\bseguro social)[\s:#=-]{0,4})(\d[\d \t.–-]{6,9}\d)(?!\d)/gi;

/** The same words without such a number: nobody here has a use for it, and what is kept may one day be lost. */
export function coverNumbersIn(text: string): string {
  return text.replace(writtenNumber, covered).replace(labelled, `$1${covered}`);
}

export const holdsPrivateNumber = (text: string): boolean => coverNumbersIn(text) !== text;

/** Said to who types one. */
export const leaveNumberOut =
  'This looks like a Social Security number. Leave it out: the office has no use for it, and what is typed here is kept.';
