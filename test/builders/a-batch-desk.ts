import { createHash } from 'node:crypto';
import { makeApplyRules } from '#functions/apply-rules/apply-rules.ts';
import { makeFileSubmission } from '#functions/file-submission/file-submission.ts';
import { makeMatchPerson } from '#functions/match-person/match-person.ts';
import { makeOpenReview } from '#functions/open-review/open-review.ts';
import { makeTellSender } from '#functions/tell-sender/tell-sender.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { itemIdsOf } from '#shared/domain/batch.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { RunInput } from '#shared/workflow/steps.ts';
import { aDeskOfMails, type Desk, type SentMail } from './a-desk-of-mails.ts';
import { aField } from './a-document.ts';
import { certificate, core, dana, ethics, report, row } from './a-judged-mail.ts';
import { aSubmission } from './a-submission.ts';

const louisiana = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');

const given = ['Anna', 'Boris', 'Clara', 'Dmitri', 'Elena', 'Farid', 'Greta', 'Hugo', 'Irma', 'Jonas'];
const family = [
  ...['Abshire', 'Boudreaux', 'Cormier', 'Duplantis', 'Esteve', 'Frilot', 'Guillory', 'Hebert', 'Istre', 'Jolivette'],
  ...['Kibodeaux', 'Landry', 'Mouton', 'Nezat', 'Olivier', 'Patin', 'Queyrouze', 'Romero', 'Sonnier', 'Trosclair'],
];

export const hr = { name: 'Bayou Recovery', address: 'hr@bayou-recovery.example.org' };

/** So many people who work for one employer; nobody bears the name of another. */
export function staffOf(count: number): Specialist[] {
  return Array.from({ length: count }, (_, at) => ({
    ...dana,
    specialistId: `RPSS-${1000 + at}`,
    legalName: `${given[at % given.length]} ${family[Math.floor(at / given.length)]}`,
    email: `person${at}@people.example.org`,
    employer: hr.name,
  }));
}

/** A form and both certificates of one person, all that the year needs, each in a file of its own. */
export function papersOf({ legalName }: Specialist): DocumentRecord[] {
  const name = aField(legalName);
  const papers = [
    report([row(ethics), row(core)], { legalName: name }),
    certificate(ethics, { attendeeName: name }),
    certificate(core, { attendeeName: name }),
  ];
  return papers.map((paper, at) => ({
    ...paper,
    sha256: createHash('sha256').update(`${legalName} ${at}`).digest('hex'),
  }));
}

/** A real store and the machine's steps from MatchPerson on. `isBelieved`: the office wrote the employer down. */
export async function aBatchDesk(people: readonly Specialist[], isBelieved = true, own: Pick<Desk, 'records'> = {}) {
  const employers = isBelieved ? [{ employer: hr.name.toLowerCase(), address: hr.address }] : [];
  const programme = { ...louisiana, employers };
  const desk = await aDeskOfMails(people, { programme, ...own });
  const { records } = desk;
  const clock = { now: () => '2026-12-01T15:00:10.000Z' };
  const sent: OutgoingMail[] = [];
  const mailSender = { send: async (mail: OutgoingMail) => void sent.push(mail) };
  const match = makeMatchPerson({ records, clock });
  const apply = makeApplyRules({ records, clock, programme });
  const review = makeOpenReview({ records, clock });
  const tell = makeTellSender({ records, clock, programme, mailSender, mailFrom: 'ce@office.example' });
  const file = makeFileSubmission({ records, clock, blindSample: { share: 0, seed: 'none' } });

  async function walkOne(input: RunInput): Promise<void> {
    const { settled } = await apply(input);
    if (!settled) await review(input);
    await tell(input);
    await file(input);
  }

  async function walk(number: number): Promise<Submission[]> {
    const { submissionId, runId } = aSubmission({ number });
    const { items } = await match({ submissionId, runId });
    if (items.length === 0) await walkOne({ submissionId, runId });
    for (const item of items) await walkOne(item);
    if (items.length > 0) {
      await tell({ submissionId, runId });
      await file({ submissionId, runId });
    }
    return itemsOf(number);
  }

  async function itemsOf(number: number): Promise<Submission[]> {
    const { submissionId } = aSubmission({ number });
    const mail = await findSubmission(records, submissionId);
    const ids = itemIdsOf({ submissionId, items: mail?.submission.items });
    const found = await Promise.all(ids.map((id) => findSubmission(records, id)));
    return found.flatMap((one) => (one ? [one.submission] : []));
  }

  const fromHr: Partial<MailFacts> = { from: hr.address, fromName: hr.name };
  return {
    ...desk,
    ...{ programme, clock, sent, match, walk, walkOne, itemsOf },
    /** A mail of the employer, walked to its end; answers its items. */
    async send(number: number, mail: SentMail): Promise<Submission[]> {
      const own = { rawKey: `raw/${number}`, rawSha256: String(number).padStart(64, '0') };
      await desk.layIn(number, {
        ...mail,
        mail: { ...fromHr, ...mail.mail },
        submission: { ...own, ...mail.submission },
      });
      return walk(number);
    },
  };
}
