import { parseHours } from '#shared/domain/hours.ts';
import { type Problem, type Row, readPage } from '../markdown-page.ts';
import { type Reader, readRows, readSettings, type Shape } from '../read-settings.ts';
import { isNameOfHours, type Vocabulary } from '../vocabulary.ts';
import { type AcceptedEvidence, type ApprovalMode, approvalModes } from './approval.ts';
import type { Counting, Exclusion, Measure } from './measure.ts';
import type { RepeatRule } from './repeats.ts';
import { readSelector, type Selector } from './selector.ts';
import type { Unit, Units } from './units.ts';

export type CreditsPage = Counting & {
  readonly units: Units;
  /** class of a provider by its name in lower case; null where the page has no such table */
  readonly providerClasses: Readonly<Record<string, string>>;
  readonly repeats: RepeatRule | null;
  /** an hour may serve two credentials of one person */
  readonly acrossCredentials: 'shared' | 'each its own' | null;
  readonly approval: ApprovalMode | null;
  readonly evidence: readonly AcceptedEvidence[];
};

const shapes: Readonly<Record<string, Shape>> = {
  'minutes in an hour': { pattern: /^(50|60)$/, example: '50 or 60' },
  rounding: { pattern: /^(?:none|down to (0\.25|0\.5|1|0\.01) hours?)$/, example: '"none" or "down to 0.25 hours"' },
  'a training in two topics': {
    pattern: /^(counts in each|a person decides)$/,
    example: '"counts in each" or "a person decides"',
  },
  'same training again in a period': {
    pattern: /^(not counted twice|a person decides|counted again)$/,
    example: '"not counted twice", "a person decides" or "counted again"',
  },
  'one training for two credentials': { pattern: /^(shared|each its own)$/, example: '"shared" or "each its own"' },
  approval: {
    pattern: /^(none|list|list or form|after the fact)$/,
    example: 'none, list, list or form, after the fact',
  },
};

/** credits.md: what a training must be to count, and what is counted. */
export function readCreditsPage(path: string, text: string): { read: CreditsPage; problems: Problem[] } {
  const reader: Reader = { page: readPage(path, text), problems: [] };
  const setting = readSettings(reader, 'Settings', shapes);
  const repeats: readonly RepeatRule[] = ['not counted twice', 'a person decides', 'counted again'];
  const across = ['shared', 'each its own'] as const;
  const is = <Word extends string>(words: readonly Word[], name: string) =>
    words.find((word) => word === setting(name)?.[1]) ?? null;
  const read: CreditsPage = {
    units: {
      units: readRows(reader, 'Units', ['written', 'hours each', 'decided by', 'source']).map(readUnit(reader)),
      minutesInHour: Number(setting('minutes in an hour')?.[1] ?? 0) || null,
      roundDownTo: parseHours(setting('rounding')?.[1] ?? ''),
    },
    countsInEach: setting('a training in two topics')?.[1] === 'counts in each',
    repeats: is(repeats, 'same training again in a period'),
    acrossCredentials: is(across, 'one training for two credentials'),
    approval: is(approvalModes, 'approval'),
    measures: readMeasures(reader),
    exclusions: readExclusions(reader),
    providerClasses: Object.fromEntries(
      readRows(reader, 'Providers', ['provider', 'class', 'source']).map(({ cells }) => [
        (cells.provider ?? '').toLowerCase(),
        cells.class ?? '',
      ]),
    ),
    evidence: readRows(reader, 'Evidence', ['paper', 'accepted', 'source']).map(({ cells }) => ({
      kind: cells.paper ?? '',
      when: cells.accepted === 'always' ? 'always' : 'a person decides',
    })),
  };
  return { read, problems: reader.problems };
}

function readUnit({ page, problems }: Reader): (row: Row) => Unit {
  return ({ cells, line }) => {
    const each = cells['hours each'] ?? '';
    const hoursEach = parseHours(each);
    if (hoursEach === null && each !== 'not published')
      problems.push({
        page: page.path,
        line,
        says: 'write hours such as 1 or 10 under "hours each", or: not published.',
      });
    return {
      words: (cells.written ?? '').split(';').map((word) => word.trim().toLowerCase()),
      hoursEach,
      needsPerson: cells['decided by'] !== 'machine',
    };
  };
}

function readMeasures(reader: Reader): Measure[] {
  const read: Measure[] = [];
  for (const row of readRows(reader, 'Measures', ['measure', 'counts', 'where'])) {
    const say = (says: string) => reader.problems.push({ page: reader.page.path, line: row.line, says });
    read.push(readMeasure(row, read, say));
  }
  return read;
}

const carriedOver = 'hours carried over';

function readMeasure({ cells, line }: Row, before: readonly Measure[], say: Say): Measure {
  const name = cells.measure ?? '';
  const counts = cells.counts === 'trainings' ? 'trainings' : 'hours';
  if (cells.counts !== counts) say('write "hours" or "trainings" under "counts".');
  if (isNameOfHours(name) !== (counts === 'hours'))
    say('a measure of hours has the word "hours" in its name, and no other.');
  if (before.some((each) => each.name === name)) say(`"${name}" is measured twice.`);
  return {
    name,
    counts,
    where: selectorOr(cells.where ?? '', say),
    limit: readLimit(cells['at most'] ?? '', say),
    surplus: cells.plus === carriedOver ? null : readSurplus(cells.plus ?? '', before, say),
    addsCarriedOver: cells.plus === carriedOver,
    over: cells.over === 'leanest part' ? 'leanest part' : 'period',
    inWords: cells['in words'] || `your ${name}`,
    line,
  };
}

type Say = (says: string) => void;

function selectorOr(written: string, say: Say): Selector {
  const selector = readSelector(written);
  if (!('says' in selector)) return selector;
  say(selector.says);
  return [];
}

function readLimit(written: string, say: Say): Measure['limit'] {
  if (written === '') return null;
  const match = /^([\d.]+) hours where (.+)$/.exec(written);
  const hours = parseHours(match?.[1] ?? '');
  if (hours !== null) return { hours, where: selectorOr(match?.[2] ?? '', say) };
  say('write under "at most" such as: 5 hours where mode is self paced.');
  return null;
}

function readSurplus(written: string, before: readonly Measure[], say: Say): Measure['surplus'] {
  if (written === '') return null;
  const match = /^what (.+) has above ([\d.]+)$/.exec(written);
  const above = parseHours(match?.[2] ?? '');
  const measure = before.find((each) => each.name === match?.[1]);
  if (measure && above !== null) return { measure: measure.name, above };
  say(
    `write under "plus" such as: what hours on ethics has above 3, or: ${carriedOver}. The other measure stands before this one.`,
  );
  return null;
}

function readExclusions(reader: Reader): Exclusion[] {
  return readRows(reader, 'Not counted', ['where', 'what happens', 'why', 'source']).map(({ cells, line }) => {
    const say = (says: string) => reader.problems.push({ page: reader.page.path, line, says });
    const tier = cells['what happens'] === 'not counted' ? 'not counted' : 'a person decides';
    if (cells['what happens'] !== tier) say('write "not counted" or "a person decides" under "what happens".');
    return { where: selectorOr(cells.where ?? '', say), tier, why: cells.why ?? '', source: cells.source ?? '' };
  });
}

/** The measures as facts that rules may ask. */
export function measuredVocabulary(measures: readonly Measure[]): Vocabulary {
  return Object.fromEntries(
    measures.map(({ name, counts, inWords }) => {
      const one = name.replace(/\bhours\b/, 'hour').replace(/\btrainings\b/, 'training');
      return [name, { kind: counts === 'hours' ? 'hours' : 'count', inWords, missing: { one, many: name } }] as const;
    }),
  );
}
