import { nameTokens } from '#shared/domain/name-tokens.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { verificationCodeSchema } from '#shared/domain/verification.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findPeople as findPeopleOfCase } from '#shared/records/judgement-records.ts';
import {
  type Beginning,
  findSpecialist,
  idsByEmailBeginning,
  idsByNameBeginning,
  nameTokensOf,
  rosterPage,
} from '#shared/records/roster-records.ts';
import { personOfVerification } from '#shared/records/verification-records.ts';
import { findSubmissionId } from '../cases/find-case.ts';

/** `isCut`: more people fit than are looked through; `reference`: the case that was asked for by its reference. */
export type FoundPeople = { people: Specialist[]; isCut: boolean; reference: string | null };

const shownMax = 50;
/** Rows of an index that one word may bring; beyond it the other words must tell people apart. */
const idsMax = 1_000;
const looksMax = 300;
const charactersMax = 200;

/**
 * People by what somebody has at hand: parts of a name, each from its beginning, an address, an id, the reference of a case or
 * of a letter. Everything is looked up in an index, so the size of the roster hardly matters.
 */
export async function findPeople(records: RecordStore, typed: string): Promise<FoundPeople> {
  const asked = typed.trim().slice(0, charactersMax);
  const reference = asked.toUpperCase();
  const submissionId = await findSubmissionId(records, reference);
  if (submissionId !== null) {
    const found = await findPeopleOfCase(records, submissionId);
    const ids = (found?.people ?? []).flatMap(({ specialistId, candidates }) => specialistId ?? candidates);
    return { ...(await peopleOf(records, { ids: [...new Set(ids)], isCut: false })), reference };
  }
  const code = verificationCodeSchema.safeParse(reference).data;
  const ofLetter = code === undefined ? null : await personOfVerification(records, code);
  if (ofLetter !== null) return { ...(await peopleOf(records, { ids: [ofLetter], isCut: false })), reference: null };
  if (asked.includes('@'))
    return { ...(await peopleOf(records, await idsByEmailBeginning(records, asked, idsMax))), reference: null };
  const byId = await peopleById(records, asked);
  if (byId.people.length > 0) return { ...byId, reference: null };
  return { ...(await peopleByName(records, nameTokens(asked))), reference: null };
}

async function peopleById(records: RecordStore, asked: string): Promise<Omit<FoundPeople, 'reference'>> {
  // an id has a figure in it; without one, it is a name
  if (!/^(?=.*\d)[A-Za-z0-9._-]{1,64}$/.test(asked)) return { people: [], isCut: false };
  for (const startsWith of new Set([asked, asked.toUpperCase()])) {
    const { people, next } = await rosterPage(records, { startsWith, limit: shownMax });
    if (people.length > 0) return { people, isCut: next !== null };
  }
  return { people: [], isCut: false };
}

async function peopleByName(records: RecordStore, tokens: string[]): Promise<Omit<FoundPeople, 'reference'>> {
  if (tokens.length === 0) return { people: [], isCut: false };
  const lists = await Promise.all(tokens.map((token) => idsByNameBeginning(records, token, idsMax)));
  const found = await peopleOf(records, narrowest(lists), (specialist) => bearsAll(specialist, tokens));
  return { people: found.people.toSorted(byName), isCut: found.isCut };
}

/** Who is in every list that is whole; where none is, whoever begins the shortest one. */
function narrowest(lists: readonly Beginning[]): Beginning {
  const whole = lists.filter(({ isCut }) => !isCut).map(({ ids }) => new Set(ids));
  const [first, ...others] = whole;
  if (first === undefined) return lists[0] ?? { ids: [], isCut: false };
  return { ids: [...first].filter((id) => others.every((other) => other.has(id))), isCut: false };
}

function bearsAll(specialist: Specialist, tokens: readonly string[]): boolean {
  const borne = nameTokensOf(specialist);
  return tokens.every((token) => borne.some((part) => part.startsWith(token)));
}

async function peopleOf(
  records: RecordStore,
  { ids, isCut }: Beginning,
  isWanted: (specialist: Specialist) => boolean = () => true,
): Promise<Omit<FoundPeople, 'reference'>> {
  const looked = await Promise.all(ids.slice(0, looksMax).map((id) => findSpecialist(records, id)));
  const people = looked.filter((one) => one !== null).filter(isWanted);
  return { people: people.slice(0, shownMax), isCut: isCut || ids.length > looksMax || people.length > shownMax };
}

const byName = (a: Specialist, b: Specialist) => (a.legalName < b.legalName ? -1 : a.legalName > b.legalName ? 1 : 0);
