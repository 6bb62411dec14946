import { addDays } from '#shared/domain/day-arithmetic.ts';
import { goneDomain } from '../office/mailbox.ts';
import { localInstant } from '../world/local-time.ts';
import type { MailIntent, Story } from '../world/story.ts';
import { dayBetween, fullBundle, type Life, momentOn, ownMail, someDays, storyOf, wholeYear } from './on-paper.ts';

/** Everything in one mail, in time. */
export const early = (life: Life) => inOneMail('early', life, ['03-01', '08-31']);
export const autumn = (life: Life) => inOneMail('autumn', life, ['09-01', '11-30']);
export const december = (life: Life) => inOneMail('december', life, ['12-01', '12-30']);

function inOneMail(habit: string, life: Life, [from, to]: readonly [string, string]): Story {
  const { chance, year } = life;
  const day = dayBetween(`${year}-${from}`, `${year}-${to}`, chance);
  const lists = wholeYear(life, addDays(day, -4));
  const wrapping: MailIntent['wrapping'] = chance.happens(0.06) ? 'zip' : chance.happens(0.04) ? 'forwarded' : 'files';
  const mail = ownMail(life, 'report', fullBundle(lists), { wrapping });
  return storyOf(habit, life, { sends: [{ at: momentOn(day, chance), mail }] });
}

/** In the last hours of the year: next year already in Greenwich. */
export function lastEvening(life: Life): Story {
  const { chance, year } = life;
  const two = (number: number) => String(number).padStart(2, '0');
  const at = localInstant(
    `${year}-12-31`,
    `${chance.whole(18, 23)}:${two(chance.whole(0, 59))}:${two(chance.whole(0, 59))}`,
  );
  const mail = ownMail(life, 'report', fullBundle(wholeYear(life, `${year}-12-28`)));
  return storyOf('last evening', life, { sends: [{ at, mail }] });
}

/** A part of the year in spring, all of it listed again in autumn with the rest of the certificates. */
export function inParts(life: Life): Story {
  const { chance, year } = life;
  const first = dayBetween(`${year}-04-01`, `${year}-07-31`, chance);
  const second = dayBetween(`${year}-09-15`, `${year}-12-20`, chance);
  const all = wholeYear(life, addDays(second, -4)).sort((one, other) => (one.on < other.on ? -1 : 1));
  const before = all.filter(({ on }) => on < first);
  const known = before.length === 0 || before.length === all.length ? all.slice(0, 1) : before;
  const spring = addDays(known.at(-1)?.on ?? first, 5);
  const later = all.filter((took) => !known.includes(took));
  const whole = ownMail(life, 'whole', { report: { lists: all, isSigned: true }, certificates: later });
  return storyOf('in parts', life, {
    sends: [
      { at: momentOn(spring, chance), mail: ownMail(life, 'part', fullBundle(known)) },
      { at: momentOn(second > spring ? second : addDays(spring, 20), chance), mail: whole },
    ],
  });
}

/** Sends everything once more some days later, to be sure. */
export function twice(life: Life): Story {
  const story = autumn(life);
  const [first] = story.sends;
  if (!first) return story;
  const again: MailIntent = { ...first.mail, key: `${first.mail.key} again`, subject: `${first.mail.subject} (again)` };
  const at = momentOn(addDays(first.at.slice(0, 10), life.chance.whole(2, 9)), life.chance);
  return { ...story, habit: 'twice', sends: [first, { at, mail: again }] };
}

/** Every letter of the office is answered by a machine. */
export const away = (life: Life): Story => ({ ...autumn(life), habit: 'away', isAway: true });

/** A question without any paper, and the report when it is time. */
export function asksFirst(life: Life): Story {
  const { chance, year } = life;
  const story = december(life);
  const text = `Hello,\n\nwhen is my report due this year, and do webinars count?\n\n${life.person.legalName}\n`;
  const question = ownMail(life, 'question', null, { nature: 'question', subject: 'A question', text });
  const asked = momentOn(dayBetween(`${year}-02-01`, `${year}-10-31`, chance), chance);
  return { ...story, habit: 'asks first', sends: [{ at: asked, mail: question }, ...story.sends] };
}

/** From another address than the one on file. */
export function otherAddress(life: Life): Story {
  const story = autumn(life);
  const [name, last = ''] = life.person.legalName.toLowerCase().split(' ');
  const from = {
    name: life.person.legalName,
    address: `${name}${last.slice(0, 1)}${life.chance.whole(10, 99)}@example.net`,
  };
  return {
    ...story,
    habit: 'other address',
    sends: story.sends.map((one) => ({ ...one, mail: { ...one.mail, from } })),
  };
}

/** Their own address, which the receiving server cannot confirm. */
export function unproved(life: Life): Story {
  const story = autumn(life);
  return {
    ...story,
    habit: 'unproved address',
    sends: story.sends.map((one) => ({ ...one, mail: { ...one.mail, isForged: true } })),
  };
}

/** Nothing comes, whatever is written to them. */
export const silent = (life: Life): Story => storyOf('silent', life, {});

/** Has everything at home, and sends it when a reminder of autumn comes. */
export function afterReminder(life: Life): Story {
  const mail = ownMail(life, 'report', fullBundle(wholeYear(life, `${life.year}-09-20`)));
  const replies = [{ afterDays: life.chance.whole(1, 12), mail }];
  return storyOf('after a reminder', life, { replies, isReminded: true });
}

/** Nobody reads mail at the address on file any more. */
export function gone(life: Life): Story {
  const { person } = life;
  const email = `${person.email.split('@')[0]}@${goneDomain}`;
  return storyOf('gone', { ...life, person: { ...person, email } }, {});
}

/** After the last day: some at once, some weeks later. */
export function late(life: Life): Story {
  const { chance, year } = life;
  const day = chance.happens(0.5) ? `${year + 1}-01-0${chance.whole(1, 4)}` : `${year + 1}-01-${chance.whole(10, 20)}`;
  const mail = ownMail(life, 'report', fullBundle(wholeYear(life, `${year}-12-20`)));
  return storyOf('late', life, { sends: [{ at: momentOn(day, chance), mail }] });
}

/** A link to a file share; the files themselves when asked. */
export function link(life: Life): Story {
  const { chance, year } = life;
  const day = dayBetween(`${year}-08-01`, `${year}-11-25`, chance);
  const lists = wholeYear(life, addDays(day, -4));
  const text =
    'Hello,\n\nmy certificates are here: https://drive.google.com/drive/folders/1a2B3c4D5e6F7g8H\n\nThanks\n';
  return storyOf('link', life, {
    sends: [{ at: momentOn(day, chance), mail: ownMail(life, 'link', null, { text, wrapping: 'link' }) }],
    replies: [{ afterDays: someDays(chance), mail: ownMail(life, 'files', fullBundle(lists)) }],
  });
}
