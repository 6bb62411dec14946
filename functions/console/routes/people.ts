import { isDay } from '#shared/domain/calendar.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listIdentityChangesOf, openIdentityChanges } from '#shared/records/identity-change-records.ts';
import { listLettersOf } from '#shared/records/letter-records.ts';
import { listMailStopsOf, listStopRequestsOf } from '#shared/records/mail-stop-records.ts';
import { listPersonHistory, notePersonOpened } from '#shared/records/person-history-records.ts';
import { rosterPage } from '#shared/records/roster-records.ts';
import { keyOfSecret } from '#shared/records/secret-key.ts';
import { listStaff } from '#shared/records/staff-records.ts';
import { listVerifications, waitingVerifications } from '#shared/records/verification-records.ts';
import { askedWords, sealedQuery, typedWords } from '../access/asked-words.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Asker, DeskContext, Handlers } from '../handlers.ts';
import { peoplePage } from '../pages/people-page.ts';
import { type PersonContent, personPage } from '../pages/person-page.ts';
import { findPeople } from '../people/find-people.ts';
import { activeOnDay, viewPerson } from '../people/person-view.ts';
import { type Round, roundIn } from '../years/round.ts';

const peoplePerPage = 50;
const wishesShown = 50;

export function peopleRoutes(deps: ConsoleDeps): Pick<Handlers, 'people' | 'findPeople' | 'person'> {
  return {
    async findPeople(context) {
      return context.redirect(`/people${sealedQuery(context, await typedWords(context))}`, 303);
    },
    async people(context) {
      const asked = askedWords(context);
      if (asked !== '') {
        const found = await findPeople(deps.records, asked);
        return context.html(peoplePage(context.var.frame, { asked, ...found, next: null }));
      }
      const from = context.req.query('from');
      const bounds = from === undefined || from === '' ? {} : { from: from.slice(0, 64) };
      const page = await rosterPage(deps.records, { ...bounds, limit: peoplePerPage });
      const isFirst = from === undefined;
      const wishes = isFirst ? await openIdentityChanges(deps.records, wishesShown) : null;
      const waiting = isFirst ? await waitingVerifications(deps.records, wishesShown) : null;
      const content = { asked, isCut: false, reference: null, ...page, wishes, waiting };
      return context.html(peoplePage(context.var.frame, content));
    },
    async person(context) {
      const shown = await showPerson(deps, context, context.req.param('specialistId'));
      return shown ?? context.notFound();
    },
  };
}

async function remindersOf(records: RecordStore, id: string, at: string) {
  const [letters, stops, requests, changes] = await Promise.all([
    listLettersOf(records, id),
    listMailStopsOf(records, id),
    listStopRequestsOf(records, id),
    listIdentityChangesOf(records, id),
  ]);
  return {
    letters: letters.map(({ letter }) => letter),
    stops: stops.map(({ stop }) => stop),
    requests: requests.map(({ request }) => request),
    changes: changes.map(({ change }) => change),
    at,
  };
}

/** The page of a person, also where what was sent from it was refused or is still to be written; null: nobody of that id is on the roster. */
export async function showPerson(
  deps: ConsoleDeps,
  context: DeskContext,
  id: string,
  { refused = null, sent = null }: Pick<PersonContent, 'refused' | 'sent'> = {},
) {
  const { asker, frame } = context.var;
  const view = await viewPerson(deps, id);
  if (view === null || asker === null) return null;
  await noteOpened(deps, asker, view.specialist);
  const day = (context.req.query('on') ?? '').trim();
  const active = isDay(day) ? activeOnDay(deps, view, day) : null;
  const history = frame.viewer?.may('history')
    ? await listPersonHistory(deps.records, view.specialist.specialistId)
    : [];
  const names = new Map((await listStaff(deps.records)).map(({ staffId, name }) => [staffId, name]));
  const letters = await listVerifications(deps.records, view.specialist.specialistId);
  const reminders = await remindersOf(deps.records, view.specialist.specialistId, deps.clock.now());
  const answer = context.req.query('said') ?? '';
  const content = {
    view,
    asked: day,
    active,
    history,
    names,
    letters,
    reminders,
    answer,
    refused,
    sent,
    round: roundOf(context),
  };
  return context.html(personPage(frame, content), refused === null ? 200 : 409);
}

/** The people through whom somebody goes from the list of a year. */
export function roundOf(context: DeskContext): Round | null {
  return roundIn({ one: (name) => context.req.query(name), all: (name) => context.req.queries(name) });
}

/** Being on the roster is sensitive by itself: who looked at somebody is written down, once in a session. */
async function noteOpened({ records, clock }: ConsoleDeps, { staff, secret }: Asker, { specialistId }: Specialist) {
  const once = `${keyOfSecret(secret).slice(0, 16)}#opened-person`;
  const entry = { at: clock.now(), action: 'opened-person', codes: [], who: staff.staffId };
  await notePersonOpened(records, specialistId, once, entry);
}
