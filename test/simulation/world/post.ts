import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { momentOn } from '../habits/on-paper.ts';
import { chanceOf } from './chance.ts';
import { localDay, localInstant } from './local-time.ts';
import type { MailIntent, Story } from './story.ts';

/** A mail that somebody is going to send. */
export type Posting = {
  readonly at: string;
  readonly mail: MailIntent;
  readonly story: Story;
  readonly answering: string | null;
};

export type Post = {
  /** the first that comes before the instant, and all after it that touch nobody twice: they can be taken in at once */
  nextBefore(instant: string): Posting[];
  readonly waiting: number;
  /** a letter of the office, and whose mail it answers: they may write again */
  letterCame(letter: OutgoingMail, at: string, story: Story): void;
};

const atOnceMax = 8;

/** All that people are going to send, by the instant at which it comes; more is put in as they read what the office writes. */
export function openPost(stories: readonly Story[]): Post {
  const postings: Posting[] = [];
  const repliesLeft = new Map(stories.map((story) => [story, [...story.replies]]));
  let automatic = 0;
  const put = (posting: Posting) => {
    const after = postings.findIndex((other) => isBefore(posting, other));
    postings.splice(after < 0 ? postings.length : after, 0, posting);
  };
  for (const story of stories)
    for (const { at, mail } of story.sends) postings.push({ at, mail, story, answering: null });
  postings.sort((one, other) => (isBefore(one, other) ? -1 : 1));

  return {
    get waiting() {
      return postings.length;
    },
    nextBefore(instant) {
      const touched = new Set<string>();
      let count = 0;
      for (const { at, mail } of postings.slice(0, atOnceMax)) {
        const names = [mail.from.address, ...mail.people.map(({ specialistId }) => specialistId)];
        if (Date.parse(at) >= Date.parse(instant) || names.some((name) => touched.has(name))) break;
        for (const name of names) touched.add(name);
        count += 1;
      }
      return postings.splice(0, count);
    },
    letterCame(letter, at, story) {
      if (story.isAway) {
        automatic += 1;
        put({ at: after(at, 60), mail: awayMail(story, automatic), story, answering: letter.messageId });
      }
      const isAnswered = story.isReminded ? letter.isUnasked && localDay(at).slice(5) >= '09-20' : isAsking(letter);
      if (!isAnswered) return;
      const reply = repliesLeft.get(story)?.shift();
      if (!reply) return;
      const chance = chanceOf(reply.mail.key);
      const when =
        reply.afterDays === 0
          ? after(at, chance.whole(1800, 7200))
          : momentOn(addDays(localDay(at), reply.afterDays), chance);
      put({ at: when, mail: reply.mail, story, answering: story.isReminded ? null : letter.messageId });
    },
  };
}

function isBefore(one: Posting, other: Posting): boolean {
  const [left, right] = [Date.parse(one.at), Date.parse(other.at)];
  return left === right ? one.mail.key < other.mail.key : left < right;
}

/** So many seconds later, written with the offset of the place. */
function after(at: string, seconds: number): string {
  const later = Date.parse(at) + seconds * 1000;
  const day = localDay(new Date(later).toISOString());
  const offset = localInstant(day, '00:00:00').slice(19);
  const hours = Number(offset.slice(0, 3));
  return `${new Date(later + hours * 3_600_000).toISOString().slice(0, 19)}${offset}`;
}

/** Whoever reads the letter sees that something is asked for. */
export const isAsking = ({ text }: Pick<OutgoingMail, 'text'>) =>
  /still needed before your report is complete|no papers came with it/.test(text);
export const saysComplete = ({ text }: Pick<OutgoingMail, 'text'>) => /Everything we need is here/.test(text);

function awayMail({ people }: Story, number: number): MailIntent {
  const [person] = people;
  if (!person) throw new Error('only people are away');
  const key = `${person.specialistId} away ${number}`;
  return {
    ...{ key, papersKey: key, nature: 'automatic', people, isForged: false, bundles: [], wrapping: 'files' },
    from: { name: person.legalName, address: person.email },
    subject: 'Automatic reply: Your continuing education report',
    text: `I am out of the office and will answer later.\n\n${person.legalName}\n`,
  };
}
