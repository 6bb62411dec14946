import { factCatalogue } from '#shared/rules/facts.ts';
import type { NumberedDocument } from './places.ts';

/** Where a fact that a rule used can be looked at on the page of the case. */
export type FactPlace = { href: string; words: string };

/** The values on papers that a fact rests on. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'attestation signed': ['attestationChecked', 'signaturePresent'],
  'report year': ['reportingYear'],
};
const fromRoster = new Set(['credential', 'training year', 'first training day', 'certification day']);
const fromMail = new Set(['report day', 'mail dated', 'reported by e-mail', 'days late', 'late step']);

export function factPlaces(name: string, documents: readonly NumberedDocument[]): FactPlace[] {
  if (fromRoster.has(name)) return [{ href: '#who', words: 'the roster' }];
  if (fromMail.has(name)) return [{ href: '#mail', words: 'the mail' }];
  const report = documents.filter(({ record }) => record.kind === 'ce-report');
  if (name === 'report form received')
    return report.map(({ number }) => ({ href: `#document-${number}`, words: `document ${number}` }));
  const named = fields[name] ?? [];
  if (named.length > 0) return report.flatMap((document) => placesOf(document, named));
  return /hours|training/.test(name) ? [{ href: '#credits', words: 'the trainings below' }] : [];
}

function placesOf({ number, fields: own }: NumberedDocument, named: readonly string[]): FactPlace[] {
  const found = own.filter(({ name }) => named.includes(name));
  return found.map(({ place }) => ({ href: `#${place.rowAnchor}`, words: `document ${number}, ${place.label}` }));
}

const sources = new Map<string, string>(Object.entries(factCatalogue).map(([name, { from }]) => [name, from]));

/** How a fact is worked out, in a sentence; null for facts of the programme's own pages. */
export const factSource = (name: string): string | null => sources.get(name) ?? null;
