import { likenessToAny, mayBeNickname, type NameLikeness } from '#shared/domain/name-match.ts';
import type { MatchKind, Specialist } from '#shared/domain/person.ts';

/** What a document or mail says about who it is from. */
export type Claim = { name: string; addresses: string[] };
export type Found = { specialist: Specialist | null; match: MatchKind; evidence: string[]; candidates: string[] };

const strength: Record<NameLikeness, number> = {
  same: 3,
  'middle-differs': 2,
  'initial-only': 1,
  turned: 1,
  different: 0,
};

const nameMost = 200;
/** Nobody is looked for by it: each of its words would be a search. */
export const isTooLong = (name: string): boolean => name.length > nameMost;

type Scored = { specialist: Specialist; name: number; hasAddress: boolean };

function score(claim: Claim, specialist: Specialist): Scored {
  const names = [specialist.legalName, ...specialist.otherNames];
  const name = strength[likenessToAny(claim.name, names)];
  const addresses = claim.addresses.map((address) => address.toLowerCase());
  return {
    specialist,
    name,
    hasAddress: specialist.email !== null && addresses.includes(specialist.email.toLowerCase()),
  };
}

const found = (one: Scored, match: MatchKind, evidence: string[]): Found => ({
  specialist: one.specialist,
  match,
  evidence,
  candidates: [one.specialist.specialistId],
});

const unsure = (match: MatchKind, evidence: string[], all: Scored[]): Found => ({
  specialist: null,
  match,
  evidence,
  candidates: all.map((one) => one.specialist.specialistId),
});

/**
 * Who it is, out of everybody on the roster who shares a name part or the address. Exact: the whole name, one bearer.
 * Likely: the name but for a middle part, or the address on file together with the last name. Two bearers and no address
 * that tells them apart is ambiguous: a person decides.
 */
export function findPerson(claim: Claim, candidates: readonly Specialist[]): Found {
  if (isTooLong(claim.name)) return unsure('none', ['longer than any name'], []);
  const scored = candidates.map((specialist) => score(claim, specialist));
  const byName = scored.filter((one) => one.name >= 1);
  const withAddress = scored.filter((one) => one.hasAddress);
  const best = Math.max(0, ...byName.map((one) => one.name));
  const top = byName.filter((one) => one.name === best);

  const addressed = byName.filter((one) => one.hasAddress);
  const [onlyAddressed] = addressed;
  if (onlyAddressed && addressed.length === 1) return byAddressAndName(onlyAddressed, top);

  const [only] = top;
  if (only && top.length === 1 && best >= 2) {
    if (withAddress.length > 0)
      return unsure('ambiguous', ['the name and the address belong to two people'], [only, ...withAddress]);
    const near = byName.filter((one) => one.name >= 2 || best === 2);
    if (near.length > 1) return unsure('ambiguous', ['several people of this name'], near);
    return best === 3 ? found(only, 'exact', ['full name']) : found(only, 'likely', ['name but for a middle part']);
  }
  if (byName.length > 0)
    return unsure('ambiguous', [byName.length > 1 ? 'several people of this name' : 'only an initial'], byName);
  return withoutName(claim, withAddress);
}

function byAddressAndName(one: Scored, top: Scored[]): Found {
  const isBest = top.includes(one);
  if (!isBest) return unsure('ambiguous', ['the name fits another person better than the address does'], [one, ...top]);
  if (one.name === 3 && top.length === 1) return found(one, 'exact', ['full name', 'address on file']);
  return found(one, 'likely', ['name', 'address on file']);
}

/** A nickname reaches nobody by name; the address on file and the last name together still make it likely. */
function withoutName(claim: Claim, withAddress: Scored[]): Found {
  const [one] = withAddress;
  if (one && withAddress.length === 1 && mayBeNickname(claim.name, one.specialist.legalName)) {
    return found(one, 'likely', ['address on file', 'last name']);
  }
  return unsure('none', ['nobody of this name on the roster'], []);
}
