import type { FactValue } from '#shared/domain/finding.ts';
import { closestWord } from './closest-word.ts';
import type { Facts } from './facts.ts';
import { type Problem, type Row, readPage } from './markdown-page.ts';
import { type Reader, readRows, readSettings, type Shape } from './read-settings.ts';
import { howToWrite, readValue } from './read-value.ts';
import { type FactKind, factKinds, isNameOfHours, type Vocabulary } from './vocabulary.ts';

/** A fact that no paper of ours proves, such as hours of service: a person tells it, or it is not known. */
export type StatedFact = {
  readonly name: string;
  readonly kind: FactKind;
  readonly inWords: string;
  /** what holds when nobody said anything: a value, or not known */
  readonly unlessTold: FactValue;
};

export type Attestation = { readonly statement: string; readonly signedBy: string; readonly often: string };
export type Decider = 'machine' | 'machine proposes' | 'named person';
export type Audit = {
  readonly mode: 'all papers' | 'a sample' | null;
  readonly share: string | null;
  readonly exempt: string | null;
  readonly keepYears: number | null;
};

export type ConditionsPage = {
  readonly stated: readonly StatedFact[];
  readonly attestations: readonly Attestation[];
  readonly channels: readonly { readonly way: string; readonly isTaken: boolean }[];
  readonly audit: Audit;
  readonly whoDecides: Readonly<Partial<Record<Outcome, Decider>>>;
};

/** What may come out for a person. The last three touch somebody's standing and are never a machine's. */
export const outcomes = [
  'met',
  'asked to complete',
  'not met',
  'status ends',
  'application refused',
  'selection',
] as const;
export type Outcome = (typeof outcomes)[number];
const neverMachine: readonly Outcome[] = ['status ends', 'application refused', 'selection'];
const deciders: readonly Decider[] = ['machine', 'machine proposes', 'named person'];

const auditShapes: Readonly<Record<string, Shape>> = {
  'papers asked for': { pattern: /^(all papers|a sample)$/, example: '"all papers" or "a sample"' },
  share: { pattern: /^(\d+) percent$/, example: '"10 percent"' },
  exempt: { pattern: /^(?!not published$)(.{3,})$/, example: 'who is not drawn' },
  'keep papers for': { pattern: /^(\d+) years?$/, example: '"3 years"' },
};

/** conditions.md: what only people know, who signs, which ways are open, and who decides what. */
export function readConditions(path: string, text: string): { read: ConditionsPage; problems: Problem[] } {
  const reader: Reader = { page: readPage(path, text), problems: [] };
  const audit = readSettings(reader, 'Audit', auditShapes);
  const modes = ['all papers', 'a sample'] as const;
  const read: ConditionsPage = {
    stated: readRows(reader, 'What only people know', ['fact', 'kind', 'in words', 'unless told', 'source']).map(
      readStated(reader),
    ),
    attestations: readRows(reader, 'Signed statements', ['statement', 'signed by', 'how often', 'source']).map(
      ({ cells }) => ({
        statement: cells.statement ?? '',
        signedBy: cells['signed by'] ?? '',
        often: cells['how often'] ?? '',
      }),
    ),
    channels: readRows(reader, 'Ways to send', ['way', 'taken', 'source']).map(({ cells }) => ({
      way: cells.way ?? '',
      isTaken: cells.taken === 'yes',
    })),
    audit: {
      mode: modes.find((mode) => mode === audit('papers asked for')?.[1]) ?? null,
      share: audit('share')?.[1] ?? null,
      exempt: audit('exempt')?.[1] ?? null,
      keepYears: Number(audit('keep papers for')?.[1] ?? 0) || null,
    },
    whoDecides: readDeciders(reader),
  };
  return { read, problems: reader.problems };
}

function readStated({ page, problems }: Reader): (row: Row) => StatedFact {
  return ({ cells, line }) => {
    const name = cells.fact ?? '';
    const told = cells['unless told'] ?? '';
    const kind = factKinds.find((each) => each === cells.kind);
    const value = kind && told !== 'not known' ? readValue(kind, told, 'UTC') : null;
    const says = kind ? wrongStated(name, kind, told, value) : [`write under "kind" one of: ${factKinds.join(', ')}.`];
    problems.push(...says.map((each) => ({ page: page.path, line, says: each })));
    return { name, kind: kind ?? 'word', inWords: cells['in words'] ?? '', unlessTold: value ?? undefined };
  };
}

function wrongStated(name: string, kind: FactKind, told: string, value: FactValue | null): string[] {
  const isMisnamed = isNameOfHours(name) !== (kind === 'hours');
  return [
    ...(isMisnamed ? ['a fact of hours has the word "hours" in its name, and no other.'] : []),
    ...(value === null && told !== 'not known'
      ? [`write ${howToWrite[kind]} under "unless told", or: not known.`]
      : []),
  ];
}

function readDeciders(reader: Reader): ConditionsPage['whoDecides'] {
  const read: Partial<Record<Outcome, Decider>> = {};
  for (const { cells, line } of readRows(reader, 'Who decides', ['outcome', 'decided by', 'source'])) {
    const say = (says: string) => reader.problems.push({ page: reader.page.path, line, says });
    const outcome = outcomes.find((each) => each === cells.outcome);
    const decider = deciders.find((each) => each === cells['decided by']);
    if (!outcome)
      say(`"${cells.outcome}" is no outcome. Did you mean "${closestWord(cells.outcome ?? '', outcomes)}"?`);
    if (!decider) say(`write one of: ${deciders.join(', ')}.`);
    if (outcome && decider && decider !== 'named person' && neverMachine.includes(outcome))
      say(`"${outcome}" is decided by a named person only.`);
    if (outcome && decider) read[outcome] = decider;
  }
  for (const outcome of outcomes) {
    if (read[outcome] === undefined)
      reader.problems.push({
        page: reader.page.path,
        line: 1,
        says: `the table "Who decides" needs a line "${outcome}".`,
      });
  }
  return read;
}

/** The stated facts as facts that rules may ask. */
export function statedVocabulary(stated: readonly StatedFact[]): Vocabulary {
  return Object.fromEntries(
    stated.map(({ name, kind, inWords }) => {
      const one = name.replace(/\bhours\b/, 'hour');
      return [name, { kind, inWords, missing: { one, many: name } }] as const;
    }),
  );
}

/** What holds as long as nobody said anything else. */
export function unlessTold(stated: readonly StatedFact[]): Facts {
  return Object.fromEntries(
    stated.flatMap((each) => (each.unlessTold === undefined ? [] : [[each.name, each.unlessTold]])),
  );
}
