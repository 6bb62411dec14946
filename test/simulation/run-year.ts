import { runSweep } from '#infra/local/run-sweep.ts';
import { itemIdsOf } from '#shared/domain/batch.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findPeople } from '#shared/records/judgement-records.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { Person } from '#test/fixtures/make/people.ts';
import { worldOf } from './habits/stories.ts';
import { type KeptMails, keepMails, type Taken } from './kept-mails.ts';
import { type EndOfYear, sayWhatFollows } from './office/end-of-year.ts';
import { type Office, openOffice } from './office/open-office.ts';
import { type DayAtDesk, workTheQueue } from './office/work-the-queue.ts';
import { type KeptStanding, standingKept } from './standings.ts';
import { approvedCsvOf } from './world/courses.ts';
import { inUtc, isWorkingDay, localInstant } from './world/local-time.ts';
import { rosterCsvOf } from './world/people.ts';
import { openPost, type Post, type Posting, saysComplete } from './world/post.ts';
import type { Story } from './world/story.ts';
import { writeMail } from './world/write-mail.ts';

export type Wish = { readonly people: number; readonly year: number; readonly seed: string };

/** How the programme stood when a day was over. */
export type DayEnd = {
  readonly day: string;
  readonly received: number;
  readonly decided: number;
  readonly waiting: number;
  readonly met: number;
  /** people called inactive */
  readonly inactive: number;
  /** people whose papers the sweep of the night looked at */
  readonly looked: number;
};

export type YearLived = {
  readonly wish: Wish;
  readonly people: readonly Person[];
  readonly stories: readonly Story[];
  readonly mails: KeptMails;
  readonly days: readonly DayEnd[];
  readonly desk: DayAtDesk;
  readonly standings: ReadonlyMap<string, KeptStanding>;
  /** what the sweeps found amiss */
  readonly found: readonly string[];
  /** whoever was told that their year is whole, and when */
  readonly toldComplete: readonly { readonly taken: Taken; readonly at: string }[];
  readonly resolved: EndOfYear;
  readonly reminders: readonly { readonly person: Person; readonly at: string }[];
  readonly office: Office;
};

/** The last day on which anything happens: late mails, what is asked about them and what is answered are over by then. */
const lastDayOf = (year: number) => `${year + 1}-02-12`;
/** When a named person says what follows for those who sent nothing. */
export const resolvedOn = (year: number) => `${year + 1}-02-10`;

/** Lives a whole year of a programme: mails come, the machine works, reviewers decide, people read their letters. */
export async function runYear(wish: Wish, onDay: (end: DayEnd) => void = () => {}): Promise<YearLived> {
  const { year, seed } = wish;
  const { people, stories } = worldOf(seed, wish.people, year);
  const office = await openOffice({
    from: localInstant(`${year}-01-01`, '00:00:00'),
    rosterCsv: rosterCsvOf(people),
    approvedCsv: approvedCsvOf(year),
  });
  const desk: DayAtDesk = { decided: 0, seconded: 0, blind: 0, corrected: [], stuck: new Map() };
  const byAddress = new Map(
    stories.flatMap((story) => story.people.map((person) => [person.email, { person, story }] as const)),
  );
  const life: Life = {
    ...{ office, post: openPost(stories), mails: keepMails(year), toldComplete: [], reminders: [], byAddress },
  };
  const days: DayEnd[] = [];
  const found: string[] = [];
  let resolved: EndOfYear = { listed: 0, inactive: [], refused: [] };

  for (let day = `${year}-01-01`; day <= lastDayOf(year); day = addDays(day, 1)) {
    const nine = localInstant(day, '09:05:00');
    await takeUntil(life, nine);
    office.clock.moveTo(nine);
    await office.sendWaiting();
    await office.sendLetters();
    readLetters(life);
    const deskOpens = localInstant(day, '14:00:00');
    await takeUntil(life, deskOpens);
    office.clock.moveTo(deskOpens);
    if (isWorkingDay(day)) await atTheDesk(life, desk);
    if (day === resolvedOn(year)) resolved = await sayWhatFollows(office, year);
    const night = localInstant(addDays(day, 1), '02:00:00');
    await takeUntil(life, night);
    office.clock.moveTo(night);
    const { end, findings } = await overnight(day, life, year);
    days.push(end);
    found.push(...findings);
    onDay(end);
  }
  const standings = new Map<string, KeptStanding>();
  for (const { specialistId } of people)
    standings.set(specialistId, await standingKept(office.records, specialistId, year));
  const { mails, toldComplete, reminders } = life;
  return { wish, people, stories, mails, days, desk, standings, found, resolved, toldComplete, reminders, office };
}

type Life = {
  readonly office: Office;
  readonly post: Post;
  readonly mails: KeptMails;
  readonly toldComplete: { taken: Taken; at: string }[];
  readonly reminders: { person: Person; at: string }[];
  readonly byAddress: ReadonlyMap<string, { person: Person; story: Story }>;
};

async function takeUntil(life: Life, instant: string): Promise<void> {
  for (;;) {
    const wave = life.post.nextBefore(instant);
    if (wave.length === 0) return;
    await takeIn(life, wave);
  }
}

/** Mails that touch nobody twice are worked on side by side; by what order they are done, nothing changes. */
async function takeIn(life: Life, wave: readonly Posting[]): Promise<void> {
  const { office, mails } = life;
  const written = [];
  for (const { at, mail, story, answering } of wave)
    written.push({ mail: await writeMail(mail, at, answering), story });
  // one instant for all of them: what is done first then says nothing about when
  office.clock.moveTo(wave.at(-1)?.at ?? '');
  const came: Omit<Taken, 'first'>[] = [];
  for (const { mail, story } of written) {
    const { intent, at, raw } = mail;
    const mailFrom = intent.nature === 'automatic' ? '' : intent.from.address;
    const envelope = { mailFrom, recipients: [], remoteAddress: null, receivedAt: inUtc(at) };
    came.push({ id: (await office.receive({ envelope, raw })).submissionId, mail, story });
  }
  await office.runner.idle();
  for (const one of came) {
    const found = await findSubmission(office.records, one.id);
    mails.keep({ ...one, first: found?.submission.outcome ?? null });
    for (const item of await partsOf(office.records, one)) mails.keep(item);
  }
  readLetters(life);
}

/** Of a mail that was split: each person's papers, as the office has them in a case of their own. */
async function partsOf(records: RecordStore, { id, mail, story }: Omit<Taken, 'first'>): Promise<Taken[]> {
  const found = await findSubmission(records, id);
  const parts = itemIdsOf({ submissionId: id, items: found?.submission.items });
  return Promise.all(
    parts.map(async (part) => {
      const [item, named] = await Promise.all([findSubmission(records, part), findPeople(records, part)]);
      const own = named?.people[0]?.specialistId ?? null;
      const people = mail.intent.people.filter(({ specialistId }) => own === null || specialistId === own);
      const papers = mail.papers.filter(({ states }) => own === null || !('of' in states) || states.of === own);
      const key = `${mail.intent.key} (${own ?? 'nobody'})`;
      const partOfMail = { ...mail, papers, intent: { ...mail.intent, key, people } };
      return { id: part, mail: partOfMail, story, first: item?.submission.outcome ?? null, isItem: true };
    }),
  );
}

/** People read what the office wrote since they last looked, and some write again. */
function readLetters({ office, post, mails, toldComplete, reminders, byAddress }: Life): void {
  const letters = office.mailbox.taken().sort((one, other) => (one.messageId < other.messageId ? -1 : 1));
  const at = office.clock.now();
  for (const letter of letters) {
    // what a person decided is told too, and is no reminder
    const isReminder = letter.isUnasked && letter.messageId.startsWith('reminder.');
    const reminded = isReminder ? byAddress.get(letter.to) : undefined;
    if (reminded) {
      reminders.push({ person: reminded.person, at });
      post.letterCame(letter, at, reminded.story);
    }
    const taken = mails.answered(letter.inReplyTo) ?? mails.toldBy(letter.messageId);
    if (taken === null) continue;
    if (saysComplete(letter)) toldComplete.push({ taken, at });
    post.letterCame(letter, at, taken.story);
  }
}

async function atTheDesk(life: Life, desk: DayAtDesk): Promise<void> {
  const { office, mails } = life;
  await workTheQueue(office, mails, desk);
  readLetters(life);
}

/** The sweep of the night after a day, and how the programme stands by it. */
async function overnight(
  day: string,
  { office, mails }: Life,
  year: number,
): Promise<{ end: DayEnd; findings: string[] }> {
  const run = await runSweep(office);
  const [open, second] = await Promise.all([
    listReviews(office.records, 'open'),
    listReviews(office.records, 'waiting-for-second'),
  ]);
  const waiting = open.length + second.length;
  const received = mails.all.length;
  const { met = 0, inactive = 0 } = run.counts.words[year] ?? {};
  return {
    end: { day, received, decided: received - waiting, waiting, met, inactive, looked: run.counts.looked },
    findings: run.findings.map(({ code, inWords }) => `${run.runId} ${code}: ${inWords}`),
  };
}
