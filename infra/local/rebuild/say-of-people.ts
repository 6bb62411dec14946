import { makeIdentityChanges } from '#functions/desk/identity-changes.ts';
import type { IdentityChange } from '#shared/domain/identity-change.ts';
import type { Resolution } from '#shared/domain/resolution.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Verification } from '#shared/domain/verification.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import {
  findIdentityChange,
  identityChangeWrite,
  listIdentityChangesOf,
} from '#shared/records/identity-change-records.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { listResolutionsOf, resolutionWrite } from '#shared/records/resolution-records.ts';
import { findSpecialist, putSpecialist } from '#shared/records/roster-records.ts';
import { listStandingsOf, standingWrite } from '#shared/records/standing-records.ts';
import { verificationSecondWrites, verificationWrites } from '#shared/records/verification-records.ts';
import type { PersonEvent } from './said-of-people.ts';

type Stores = { records: RecordStore; files: FileStore };
/** In words, why it could not be said again; null when it was. */
type Outcome = string | null;

/**
 * What was said of people once more, at its time. The rows are the truth: a letter and its code, the words about a year are laid down as they
 * were said. Only a change of the roster is done by its command, since the roster hangs on it.
 */
export function makeSayOfPeople(old: Stores, fresh: Stores, clock: Clock) {
  const laid = async (event: PersonEvent, writes: readonly Write[], entry: Entry): Promise<Outcome> => {
    const audit = personAuditWrite(event.specialistId, { at: event.at, by: 'person', ...entry }, {}, event.what);
    const written = await fresh.records.write([...writes, audit]);
    return written === 'written' ? null : 'something else stands in its place';
  };
  return async (event: PersonEvent): Promise<Outcome> => {
    switch (event.what) {
      case 'identity-asked':
        return laid(event, await asked(fresh.records, event.change), askedEntry(event.change));
      case 'identity-decided':
        return decided(fresh.records, clock, event.change);
      case 'verification':
        await copied(old.files, fresh.files, event.letter);
        return laid(event, verificationWrites(withoutSecond(event.letter)), madeEntry(event.letter));
      case 'verification-second': {
        const { letter } = event;
        if (!letter.second) return null;
        const entry = { action: 'verification-confirmed', codes: [letter.code], who: letter.second.by };
        return laid(event, verificationSecondWrites(withoutSecond(letter), letter.second), entry);
      }
      case 'year':
      case 'year-second':
        return laid(event, await ofYear(fresh.records, event), yearEntry(event));
    }
  };
}

type Entry = { action: string; codes: string[]; who: StaffId };

/** The question as it was put; what became of it is said by the mail that answers it. */
async function asked(records: RecordStore, change: IdentityChange): Promise<Write[]> {
  const known = await findIdentityChange(records, change);
  const open = { ...change, state: 'asked' as const, wrongAnswers: 0, confirmed: null, decided: null };
  return [identityChangeWrite(open, known?.version ?? null)];
}

const askedEntry = ({ field, changeId, asked: by }: IdentityChange): Entry => {
  if (by === null) throw new Error('nobody asked');
  return { action: 'identity-change-asked', codes: [field, changeId], who: by.by };
};

/** Nobody is asked anew: the codes are those of then. */
const noSecrets = { next: () => '' };

async function decided(records: RecordStore, clock: Clock, change: IdentityChange): Promise<Outcome> {
  if (change.decided === null) return null;
  const { specialistId, changeId, decided: by, confirmed } = change;
  const desk = makeIdentityChanges({ records, clock, secrets: noSecrets });
  const about = { specialistId, changeId, who: by.by };
  const known = await findIdentityChange(records, change);
  if (change.state === 'refused') {
    if (known === null)
      await records.write([identityChangeWrite({ ...change, state: 'proposed', decided: null }, null)]);
    return (await desk.refuse(about, by.why)) === 'identity-refused' ? null : 'it was not open any more';
  }
  // the answer may have come by a thread of letters that are not written again
  if (known?.change.state !== 'confirmed' && confirmed !== null)
    await records.write([
      identityChangeWrite({ ...change, state: 'confirmed', decided: null }, known?.version ?? null),
    ]);
  const answer = await desk.apply(about);
  return answer === 'identity-applied' ? null : `the roster did not take it (${answer})`;
}

async function copied(old: FileStore, fresh: FileStore, { fileKey }: Verification): Promise<void> {
  if (await old.has(fileKey)) await fresh.put('document', await old.read(fileKey));
}

const withoutSecond = ({ second: _, ...letter }: Verification): Verification => letter;
const madeEntry = ({ code, day, answer, by }: Verification): Entry => {
  return { action: 'verification-made', codes: [code, day, answer], who: by };
};

type YearEvent = Extract<PersonEvent, { resolution: Resolution }>;

async function ofYear(records: RecordStore, { what, resolution }: YearEvent): Promise<Write[]> {
  if (what === 'year') {
    const { second } = resolution;
    return [resolutionWrite(second ? { ...resolution, state: 'proposed', second: null } : resolution, null)];
  }
  const known = (await listResolutionsOf(records, resolution.specialistId)).find(
    ({ resolution: one }) => one.year === resolution.year && one.number === resolution.number,
  );
  return [resolutionWrite(resolution, known?.version ?? null)];
}

function yearEntry({ what, resolution }: YearEvent): Entry {
  const { year, action, second, by, state } = resolution;
  const codes = [String(year), action];
  if (what === 'year')
    return { action: second || state === 'proposed' ? 'resolution-proposed' : 'resolved', codes, who: by };
  const agreed = state === 'in-effect' ? 'resolution-confirmed' : 'resolution-not-confirmed';
  return { action: agreed, codes, who: second?.by ?? by };
}

/** The roster as it was before what two people agreed to change on it, so that mails of then find whom they found then. */
export async function rosterOfThen(old: RecordStore, fresh: RecordStore, people: readonly string[]): Promise<void> {
  for (const specialistId of people) {
    const changes = (await listIdentityChangesOf(old, specialistId)).map(({ change }) => change);
    const applied = changes.filter(({ state, decided: by }) => state === 'applied' && by !== null);
    const lastFirst = applied.sort((a, b) => ((a.decided?.at ?? '') < (b.decided?.at ?? '') ? 1 : -1));
    let specialist = await findSpecialist(fresh, specialistId);
    for (const { field, from, to } of lastFirst) {
      if (specialist === null || specialist[field] !== to) break;
      const otherNames = specialist.otherNames.filter((name) => field !== 'legalName' || name !== from);
      specialist = { ...specialist, otherNames, [field]: from };
    }
    if (specialist !== null && lastFirst.length > 0) await putSpecialist(fresh, specialist);
  }
}

/** A standing that rests on somebody's word about a year, as the night last left it: the next night judges the rest of it anew. */
export async function standingsSaid(old: RecordStore, fresh: RecordStore, people: readonly string[]): Promise<void> {
  for (const specialistId of people) {
    const rested = (await listStandingsOf(old, specialistId)).filter(({ standing }) => standing.resolved !== null);
    const known = new Map((await listStandingsOf(fresh, specialistId)).map((one) => [one.standing.year, one.version]));
    for (const { standing } of rested) await fresh.write([standingWrite(standing, known.get(standing.year) ?? null)]);
  }
}
