import { html } from 'hono/html';
import type { IdentityChange } from '#shared/domain/identity-change.ts';
import { type MailStop, sameAddress } from '#shared/domain/mail-stop.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { Verification } from '#shared/domain/verification.ts';
import type { HistoryEntry } from '#shared/records/history-records.ts';
import type { ActiveAnswer } from '#shared/rules/standing/active-on.ts';
import { activePart } from '../parts/active-part.ts';
import { alert } from '../parts/alert.ts';
import { changesPart } from '../parts/changes-part.ts';
import { historyTable, type NamesOfStaff } from '../parts/history-table.ts';
import { type Html, nothing } from '../parts/html.ts';
import { type LettersContent, lettersPart } from '../parts/letters-part.ts';
import { personYear } from '../parts/person-year.ts';
import { roundDialog, roundPart } from '../parts/round-part.ts';
import { said, visibleText } from '../parts/said.ts';
import type { SentForm, StandingAbout } from '../parts/standing-part.ts';
import { standingTag } from '../parts/status-tag.ts';
import { summaryList } from '../parts/summary-list.ts';
import { shortDay } from '../parts/time-words.ts';
import { verificationPart } from '../parts/verification-part.ts';
import type { PersonView } from '../people/person-view.ts';
import { type Round, roundQuery } from '../years/round.ts';
import { type Frame, layout } from './layout.ts';

export type PersonContent = {
  view: PersonView;
  /** the day that was asked about, as typed */
  asked: string;
  active: ActiveAnswer | null;
  history: readonly HistoryEntry[];
  names: NamesOfStaff;
  letters: readonly Verification[];
  reminders: Pick<LettersContent, 'letters' | 'stops' | 'requests'> & {
    changes: readonly IdentityChange[];
    at: string;
  };
  /** what became of a form that was just sent */
  answer: string;
  /** why what was said about a period was not carried out; null: nothing was, or it was */
  refused?: string | null;
  /** the form about a period that was sent and not carried out */
  sent?: SentForm | null;
  /** the people among whom this one was chosen from a list; null: from none */
  round?: Round | null;
};

/** Everything on record about one person. What hurts is never decided here. */
export function personPage(
  frame: Frame,
  {
    view,
    asked,
    active,
    history,
    names,
    letters,
    reminders,
    answer,
    refused = null,
    sent = null,
    round = null,
  }: PersonContent,
): Html {
  const { specialist, years, today } = view;
  const { programme } = frame;
  const [present] = years;
  const { specialistId } = specialist;
  const about = {
    specialistId,
    names,
    letters: reminders.letters,
    noWay: noWayTo(specialist, reminders.stops),
    sent,
    round: roundQuery(round),
  };
  const content = html`<p class="desk-back"><a class="usa-link" href="/people">All people</a></p>
    ${round === null ? nothing : roundPart(round, specialistId)}
    <div class="desk-title"><h1>${said(specialist.legalName, 200)}</h1>${present ? standingTag(present.standing.word) : nothing}</div>
    ${refused === null ? nothing : alert('error', refused)}
    ${rosterFactsOf(specialist)}
    ${changesPart(frame, { specialistId, changes: reminders.changes, letters: reminders.letters, names, answer, at: reminders.at })}
    ${activePart({ specialistId: specialist.specialistId, asked, today, active, rulePages: programme.rulePages })}
    ${verificationPart(frame, { specialistId: specialist.specialistId, active, today, letters, names, answer })}
    ${lettersPart(frame, { specialistId, address: specialist.email, ...reminders, names, answer })}
    ${years.map((year) => personYear(frame, year, about))}
    ${history.length === 0 ? nothing : html`<h2>What happened</h2>${historyTable(history, names, programme.timeZone)}`}
    ${round === null ? nothing : roundDialog()}`;
  return layout(frame, {
    title: `Person ${visibleText(specialist.specialistId, 64)}`,
    section: 'people',
    content,
    ...(round === null ? {} : { script: 'desk/queue.js' }),
  });
}

function noWayTo({ email }: Specialist, stops: readonly MailStop[]): StandingAbout['noWay'] {
  if (email === null) return 'no-address';
  return stops.some(({ address, over }) => over === null && sameAddress(address, email)) ? 'address-stopped' : null;
}

/** "es" → "Spanish" */
const languageInWords = (code: string) => new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;

function rosterFactsOf(specialist: Specialist): Html {
  const day = (value: string | null | undefined) => (value ? shortDay(value) : 'not on the roster');
  return summaryList([
    ['Id', said(specialist.specialistId, 64)],
    ['Credential', said(specialist.credentialType, 40)],
    ['Roster says', said(specialist.status, 40)],
    ['First training', day(specialist.initialTrainingDate)],
    ['Certified on', specialist.certifiedOn === undefined ? null : day(specialist.certifiedOn)],
    ['E-mail', specialist.email === null ? 'none' : said(specialist.email, 254)],
    ['Letters in', specialist.language ? said(languageInWords(specialist.language), 40) : null],
    ['Other names', specialist.otherNames.length === 0 ? null : said(specialist.otherNames.join(', '), 600)],
    ['Employer', specialist.employer === null ? null : said(specialist.employer, 200)],
  ]);
}
