import type { LetterFate } from '#shared/domain/letter.ts';
import type { StopCause } from '#shared/domain/mail-stop.ts';
import { resolutionActions } from '#shared/domain/resolution.ts';
import { resolutionWords } from './standing-words.ts';

export const fateWords: Readonly<Record<LetterFate, string>> = {
  'no-address': 'There is no address on the roster.',
  'address-stopped': 'The address on the roster takes no reminders.',
  'address-changed': 'The roster had another address by then.',
  'not-active': 'The roster did not say "active" any more.',
  'standing-changed': 'What it said was no longer so by then.',
  'decided-anew': 'Something else was decided before it went.',
  'too-late': 'It could not go out in the days for which it was meant.',
  'refused-by-relay': 'Our own mail server refused it. The address may be good.',
  'no-such-address': 'There is no such mailbox.',
  'not-delivered': 'It came back, and another one may arrive.',
  complained: 'Its reader called it unwanted mail.',
};

export const causeWords: Readonly<Record<StopCause, string>> = {
  'no-such-address': 'mail to it came back: there is no such mailbox',
  'came-back-twice': 'two letters to it came back',
  complained: 'its reader called a letter unwanted mail',
  'asked-to-stop': 'the person asked for no more letters',
};

/** "30-days-before-due-day" → "30 days before the due day" */
export function lineInWords(line: string): string {
  const decided = /^period-([a-z]+)-\d+$/.exec(line)?.[1];
  const action = resolutionActions.find((each) => each === decided);
  if (action !== undefined) return `about a decision: ${resolutionWords[action]}`;
  const [time = line, until] = line.split('-of-');
  const words = time
    .replaceAll('-', ' ')
    .replace(/ (first|due) day$/, ' the $1 day')
    .replace(
      /^([a-z]+) (\d+)$/,
      (_all, month: string, day: string) => `on ${month.charAt(0).toUpperCase()}${month.slice(1)} ${day}`,
    );
  return until === undefined ? words : `${words} (${until})`;
}
