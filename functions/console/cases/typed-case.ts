import { rowColumns, sessionColumns } from '#shared/domain/correction.ts';
import { type CaseInput, inputName, inputsOf } from './case-inputs.ts';
import type { CaseWork } from './case-work.ts';

/** What stands in the controls of a page that was sent and is not carried out; empty for a page that is only looked at. */
export type Typed = ReadonlyMap<string, string>;
export const nothingTyped: Typed = new Map();

export function typedIn(form: FormData): Typed {
  return new Map(
    Array.from(form.entries()).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}

/**
 * Without the controls that nobody touched. `shown` is the case as that page showed it: what has changed since is not
 * written back to what it was.
 */
export function touched(typed: Typed, shown: CaseWork): Typed {
  const untouched = inputsOf(shown).filter((input) => typed.get(input.name)?.trim() === input.shown.trim());
  const names = new Set(untouched.map(({ name }) => name));
  return new Map([...typed].filter(([name]) => !names.has(name)));
}

/** What a control shows: what was typed into it, or else what stands there. */
export const standsIn = (typed: Typed, name: string, shown: string): string => typed.get(name) ?? shown;

/** What a sent page asks the desk to write down: each touched control, and what its button says by itself. */
export function changesIn(typed: Typed, shown: CaseWork): object[] {
  return [
    ...inputsOf(shown).flatMap((input) => changeIn(typed, input)),
    ...shown.documents.flatMap((_document, at) => [...addedRow(typed, at), ...addedSession(typed, at)]),
    ...ofButton(typed.get('do') ?? ''),
  ];
}

function changeIn(typed: Typed, { name, change }: CaseInput): object[] {
  const value = typed.get(name);
  return value === undefined ? [] : [change(value.trim())];
}

function addedRow(typed: Typed, document: number): object[] {
  const values = Object.fromEntries(
    rowColumns.map((column) => [column, typed.get(inputName.added(document, column))?.trim() ?? '']),
  );
  return Object.values(values).every((value) => value === '') ? [] : [{ what: 'row-added', document, values }];
}

function addedSession(typed: Typed, document: number): object[] {
  const values = Object.fromEntries(
    sessionColumns.map((column) => [column, typed.get(inputName.addedSession(document, column))?.trim() ?? '']),
  );
  return Object.values(values).every((value) => value === '') ? [] : [{ what: 'session-added', document, values }];
}

/** "row-removed:0:2" and the like: a button that asks for something beside all that was typed. */
function ofButton(pressed: string): object[] {
  const [what, first = '', second = ''] = pressed.split(':');
  if (what === 'confirmed') return [{ what, document: Number(first) }];
  if (what === 'row-removed') return [{ what, document: Number(first), row: Number(second) }];
  if (what === 'session-removed') return [{ what, document: Number(first), session: Number(second) }];
  if (what === 'withdrawn') return [{ what, number: Number(first) }];
  if (what === 'file-aside') return [{ what, fileId: first }];
  return [];
}
