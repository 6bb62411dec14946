import type { Destination } from '#shared/domain/application.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { ourNames, sayTo } from './applications-page.ts';
import type { Programme } from './programme.ts';

export type Directed = { readonly destination: Destination; readonly directions: readonly string[] };

/** A form as it came: what it is, what its heading says, and the addresses it was sent to. */
export type SentForm = {
  readonly kind: DocumentKind;
  readonly heading: string | null;
  readonly recipients: readonly string[];
};

/** Where a form of an applicant is meant to go, and whether that is where it came. */
export function destinationOf(programme: Programme, sent: SentForm): Directed {
  const page = programme.applications;
  if (page === null) return { destination: 'not-known', directions: [] };
  if (sent.heading !== null && isOfSomebodyElse(programme, sent.heading))
    return { destination: 'somebody-else', directions: [sayTo(page, 'of somebody else')] };
  const place = page.places.find(({ paper }) => paper === sent.kind);
  const isHere = cameTo(programme, place?.address ?? null, sent.recipients);
  if (isHere === null || place === undefined) return { destination: 'not-known', directions: [] };
  if (isHere) return { destination: 'here', directions: [] };
  const words = sayTo(page, place.address === null ? 'meant for' : 'meant for address');
  const filled = words.replaceAll('{place}', place.where).replaceAll('{address}', place.address ?? '');
  return { destination: 'elsewhere', directions: [filled] };
}

/**
 * Null where nobody can tell: a mail may come by an alias that the pages do not name. Without a published address the
 * programme says whether this inbox takes such forms.
 */
function cameTo(programme: Programme, address: string | null, recipients: readonly string[]): boolean | null {
  if (address === null) {
    const way = programme.conditions.channels.find((channel) => channel.way === 'application to this inbox');
    return way?.isTaken ?? null;
  }
  const to = recipients.map((recipient) => recipient.trim().toLowerCase());
  if (to.includes(address)) return true;
  const others = [programme.inbox.toLowerCase(), ...(programme.applications?.places ?? []).map((each) => each.address)];
  return to.some((each) => others.includes(each)) ? false : null;
}

/** A parish or street may bear the name of a state: before such a word it does not count. */
function isOfSomebodyElse({ applications, otherCredentials }: Programme, heading: string): boolean {
  const names = applications?.names ?? [];
  const says = (words: readonly string[]) =>
    words.some((word) =>
      new RegExp(
        `(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])(?!\\s+(?:parish|county|street|st|avenue|ave|road)\\b)`,
        'iu',
      ).test(heading),
    );
  const ours = names.filter(({ whose }) => whose === ourNames).flatMap(({ words }) => words);
  return !says(ours) && says([...names.flatMap(({ words }) => words), ...otherCredentials]);
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A yearly report that came to an address for applicants' forms: what its sender is told; empty where it came right. */
export function reportDirections(programme: Programme, recipients: readonly string[]): string {
  const page = programme.applications;
  if (page === null) return '';
  const to = recipients.map((recipient) => recipient.trim().toLowerCase());
  if (to.includes(programme.inbox.toLowerCase())) return '';
  const forForms = page.places.filter(({ paper }) => paper !== 'ce-report').map(({ address }) => address);
  if (!forForms.some((address) => address !== null && to.includes(address))) return '';
  return sayTo(page, 'report sent elsewhere').replaceAll('{inbox}', programme.inbox);
}
