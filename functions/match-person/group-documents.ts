import type { DocumentRecord } from '#shared/domain/document.ts';
import { likenessOf, likenessToAny } from '#shared/domain/name-match.ts';
import type { MatchedPerson, Specialist } from '#shared/domain/person.ts';
import { type Claim, type Found, findPerson } from './find-person.ts';

/** The field that names the person a document is about, by kind of document. */
const nameField: Partial<Record<DocumentRecord['kind'], string>> = {
  'ce-report': 'legalName',
  'ceu-guidance': 'legalName',
  certificate: 'attendeeName',
};

export type NamedDocument = { at: number; kind: DocumentRecord['kind']; name: string; address: string | null };

/** Documents that bear a legible name of a specialist, with their place in the mail. */
export function namedDocuments(documents: readonly DocumentRecord[]): NamedDocument[] {
  return documents.flatMap((document, at) => {
    const field = nameField[document.kind];
    const value = field ? document.fields[field]?.value : null;
    if (typeof value !== 'string' || value.trim() === '') return [];
    const address = document.fields.email?.value;
    return [{ at, kind: document.kind, name: value, address: typeof address === 'string' ? address : null }];
  });
}

type Group = { person: MatchedPerson; known: string[] };
export type Sender = { address: string | null; name: string | null };
export type RosterLookup = (claim: Claim) => Promise<Specialist[]>;

/**
 * The people of one mail. Report forms say who reports; certificates and guidance forms are laid beside the report they
 * fit. What fits nobody stays a stray, and a person looks: a colleague's certificate is never anybody's credit.
 */
export async function groupDocuments(
  documents: readonly DocumentRecord[],
  sender: Sender,
  lookUp: RosterLookup,
): Promise<{ people: MatchedPerson[]; strays: number[] }> {
  const named = namedDocuments(documents);
  const reports = named.filter((document) => document.kind === 'ce-report');
  const anchors = reports.length > 0 ? reports : named;
  const groups: Group[] = [];
  for (const anchor of anchors) await addAnchor(groups, anchor, sender, lookUp);
  if (groups.length === 0) await addSender(groups, sender, lookUp);

  const strays: number[] = [];
  for (const document of named.filter((one) => !anchors.includes(one))) {
    const fitting = groups.filter((group) => fits(document.name, group.known));
    const [only] = fitting;
    if (only && fitting.length === 1) only.person.documents.push(document.at);
    else strays.push(document.at);
  }
  return { people: groups.map((group) => group.person), strays };
}

const fits = (printed: string, known: readonly string[]) =>
  ['same', 'middle-differs'].includes(likenessToAny(printed, known));

async function addAnchor(groups: Group[], anchor: NamedDocument, sender: Sender, lookUp: RosterLookup): Promise<void> {
  const senderFits = sender.address !== null && sender.name !== null && fits(sender.name, [anchor.name]);
  const addresses = [anchor.address, senderFits ? sender.address : null].filter((address) => address !== null);
  const claim = { name: anchor.name, addresses };
  const result = findPerson(claim, await lookUp(claim));
  const same = groups.find((group) => isSamePerson(group, anchor.name, result));
  if (same) same.person.documents.push(anchor.at);
  else groups.push(asGroup(anchor.name, result, [anchor.at]));
}

/** A mail without one legible name may still come from an address on file. */
async function addSender(groups: Group[], sender: Sender, lookUp: RosterLookup): Promise<void> {
  if (sender.address === null || sender.name === null) return;
  const claim = { name: sender.name, addresses: [sender.address] };
  const result = findPerson(claim, await lookUp(claim));
  if (result.evidence.includes('address on file') && result.specialist) {
    groups.push(asGroup(sender.name, { ...result, match: 'likely' }, []));
  }
}

function isSamePerson(group: Group, name: string, result: Found): boolean {
  if (result.specialist) return group.person.specialistId === result.specialist.specialistId;
  return group.person.specialistId === null && group.known.some((known) => likenessOf(name, known) === 'same');
}

function asGroup(printed: string, result: Found, documents: number[]): Group {
  const { specialist, match, evidence, candidates } = result;
  const known = specialist ? [printed, specialist.legalName, ...specialist.otherNames] : [printed];
  const name = specialist?.legalName ?? printed;
  return {
    person: { specialistId: specialist?.specialistId ?? null, name, match, evidence, candidates, documents },
    known,
  };
}
