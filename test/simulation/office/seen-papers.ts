import { editableFields } from '#functions/desk/editable-fields.ts';
import type { TypedChange } from '#functions/desk/typed-change.ts';
import type { DocumentRecord, FieldValue } from '#shared/domain/document.ts';
import { hundredths } from '../truth.ts';
import type { SentPaper } from '../world/story.ts';

/** A document of the case with the paper that a person holds beside it. */
export type Seen = { readonly at: number; readonly document: DocumentRecord; readonly paper: SentPaper };

export function lookAt(documents: readonly DocumentRecord[], papers: readonly SentPaper[]): Seen[] {
  return documents.flatMap((document, at) => {
    const paper = papers.find(({ name }) => name === document.attachment);
    return paper ? [{ at, document, paper }] : [];
  });
}

/** What a person would put right: everything that was read otherwise than it stands on the paper, and whose a paper is. */
export function changesFor(seen: readonly Seen[], known: ReadonlySet<string>): TypedChange[] {
  return seen.flatMap((each) => [...kindOf(each), ...fieldsOf(each), ...rowsOf(each), ...ownerOf(each, known)]);
}

function kindOf({ at, document, paper }: Seen): TypedChange[] {
  if (paper.isClosed || paper.paper.kind.includes(document.kind)) return [];
  const [kind] = paper.paper.kind;
  return kind === 'certificate' || kind === 'ce-report' || kind === 'ceu-guidance' || kind === 'other'
    ? [{ what: 'kind', document: at, kind }]
    : [];
}

function fieldsOf({ at, document, paper }: Seen): TypedChange[] {
  const [kind] = paper.paper.kind;
  if (paper.isClosed || (kind !== 'certificate' && kind !== 'ce-report' && kind !== 'ceu-guidance')) return [];
  const editable = editableFields[kind];
  return Object.entries(paper.paper.fields)
    .filter(([field, value]) => editable.includes(field) && !isRead(document.fields[field], value))
    .map(([field, value]) => ({ what: 'field', document: at, field, value }));
}

function rowsOf({ at, document, paper }: Seen): TypedChange[] {
  return paper.paper.rows.flatMap((row, i): TypedChange[] => {
    const read = document.trainings[i];
    if (!read) return [{ what: 'row-added', document: at, values: { ...row } }];
    const columns = ['title', 'provider', 'completedOn', 'hours', 'category', 'priorApproved'] as const;
    return columns
      .filter((column) => !isRead(read[column], row[column]))
      .map((column) => ({ what: 'row-column', document: at, row: i, column, value: row[column] }));
  });
}

/** A paper that bears the name of somebody the mail is not about is nobody's here. */
function ownerOf({ at, paper: { states } }: Seen, known: ReadonlySet<string>): TypedChange[] {
  if (!('of' in states) || known.has(states.of)) return [];
  return [{ what: 'person', document: at, specialistId: null }];
}

export function isRead(read: FieldValue | undefined, printed: string | boolean | null): boolean {
  const value = read?.value ?? null;
  if (typeof printed !== 'string' || typeof value !== 'string') return value === printed;
  if (/^\d+(\.\d+)?$/.test(printed)) return hundredths(printed) === hundredths(value);
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(printed) === plain(value);
}
