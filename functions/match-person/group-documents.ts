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

/** `names`: as it was read, and as the second look read it where the two differ. */
export type NamedDocument = { at: number; kind: DocumentRecord['kind']; names: string[]; address: string | null };

/** Documents that bear a legible name of a specialist, with their place in the mail. */
export function namedDocuments(documents: readonly DocumentRecord[]): NamedDocument[] {
  return documents.flatMap((document, at) => {
    const field = nameField[document.kind];
    const name = field ? document.fields[field] : undefined;
    if (typeof name?.value !== 'string' || name.value.trim() === '') return [];
    const names = [...new Set([name.value, name.witness?.raw ?? name.value])];
    const address = document.fields.email?.value;
    return [{ at, kind: document.kind, names, address: typeof address === 'string' ? address : null }];
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
    const group = await groupOf(document, groups, lookUp);
    if (group) group.person.documents.push(document.at);
    else strays.push(document.at);
  }
  return { people: groups.map((group) => group.person), strays };
}

/**
 * The one person whose name a paper bears. Where the first reading fits nobody of the mail, the second may, unless the
 * first is somebody else's name on the roster.
 */
async function groupOf(
  { names }: NamedDocument,
  groups: readonly Group[],
  lookUp: RosterLookup,
): Promise<Group | null> {
  const fitting = names.map((name) => groups.filter((group) => fits(name, group.known)));
  const [byFirst = [], bySecond = []] = fitting;
  if (byFirst.length > 0 || bySecond.length !== 1) return byFirst.length === 1 ? (byFirst[0] ?? null) : null;
  const claim = { name: names[0] ?? '', addresses: [] };
  const isSomebodyElse = findPerson(claim, await lookUp(claim)).specialist !== null;
  return isSomebodyElse ? null : (bySecond[0] ?? null);
}

const fits = (printed: string, known: readonly string[]) =>
  ['same', 'middle-differs'].includes(likenessToAny(printed, known));

async function addAnchor(groups: Group[], anchor: NamedDocument, sender: Sender, lookUp: RosterLookup): Promise<void> {
  const { name, result } = await findBearer(anchor, sender, lookUp);
  const same = groups.find((group) => isSamePerson(group, name, result));
  if (same) same.person.documents.push(anchor.at);
  else groups.push(asGroup(name, result, [anchor.at]));
}

/** By the name as it was read first; by the second reading only where the first is nobody's. */
async function findBearer(
  anchor: NamedDocument,
  sender: Sender,
  lookUp: RosterLookup,
): Promise<{ name: string; result: Found }> {
  const [first = '', second] = anchor.names;
  const byName = async (name: string) => {
    const senderFits = sender.address !== null && sender.name !== null && fits(sender.name, [name]);
    const addresses = [anchor.address, senderFits ? sender.address : null].filter((address) => address !== null);
    const claim = { name, addresses };
    return { name, result: findPerson(claim, await lookUp(claim)) };
  };
  const found = await byName(first);
  if (second === undefined || found.result.match !== 'none') return found;
  const again = await byName(second);
  return again.result.specialist === null ? found : again;
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
  // the whole of it stays with the document
  const name = specialist?.legalName ?? printed.slice(0, 200);
  return {
    person: { specialistId: specialist?.specialistId ?? null, name, match, evidence, candidates, documents },
    known,
  };
}
