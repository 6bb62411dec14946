import type { Refusal } from '#functions/desk/held-case.ts';
import { type StaffById, staffName } from '../cases/case-work.ts';
import { clockTime } from './time-words.ts';

type About = { staff: StaffById; timeZone: string };

/** Why nothing was written, and what to do now. What was typed still stands in the page. */
export function troubleWords(refusal: Refusal, { staff, timeZone }: About): string {
  switch (refusal.answer) {
    case 'refused':
      return refusal.why;
    case 'not-held':
      return 'Nothing was saved: your time with this case ran out. What you typed is still here. Take the case again to save it.';
    case 'held-by-another':
      return `Nothing was saved: ${staffName(staff, refusal.by)} works on this case now, until ${clockTime(refusal.until, timeZone)}. What you typed is still here; ask them before you take it over.`;
    case 'changed-meanwhile':
      return 'Nothing was saved: something changed in this case while you had it open. What you typed is still here. Look over the page, then save again.';
    case 'no-such-case':
      return 'This mail could not be opened, so there is nothing to judge in it.';
  }
}

/** Two people, or one in two windows, were at the same case, and the other was first. */
export const decidedWords = (by: string): string =>
  `Nothing was saved: ${by === 'you' ? 'you decided this case in another window' : `${by} decided this case`} while you had it open. What you typed is still here; what was decided stands at the top of the page.`;
