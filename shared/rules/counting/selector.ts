import { modes } from '#shared/domain/credit.ts';
import { closestWord } from '../closest-word.ts';
import { attributes, type CountedCredit } from './counted-credit.ts';

/** "mode is one of in person, live online and topic is ethics": every condition must hold. None: every training. */
export type Condition = {
  readonly attribute: string;
  readonly isNot: boolean;
  readonly values: readonly string[];
};
export type Selector = readonly Condition[];

export type Fits = 'yes' | 'no' | 'maybe';

const closedValues: Readonly<Record<string, readonly string[]>> = {
  mode: modes,
  'in-service': ['yes', 'no'],
  'self presented': ['yes', 'no'],
  approval: ['listed', 'form', 'none'],
};

/** The selector, or what is wrong with it and what to write instead. */
export function readSelector(written: string): Selector | { says: string } {
  if (written === 'any') return [];
  const conditions: Condition[] = [];
  for (const part of written.split(/ and (?=[a-z -]+ is )/)) {
    const condition = readCondition(part.trim());
    if ('says' in condition) return condition;
    conditions.push(condition);
  }
  return conditions;
}

function readCondition(part: string): Condition | { says: string } {
  const match = /^([a-z -]+?) is (one of |not )?(.+)$/.exec(part);
  const [attribute = '', how = '', right = ''] = match?.slice(1).map((text) => text ?? '') ?? [];
  if (!match) return { says: `"${part}" is no condition. Write "any", or such as "topic is ethics".` };
  if (!Object.hasOwn(attributes, attribute)) {
    const near = closestWord(attribute, Object.keys(attributes));
    return { says: `a training has no "${attribute}". Did you mean "${near}"?` };
  }
  const values = how === 'one of ' ? right.split(',').map((value) => value.trim()) : [right.trim()];
  const closed = closedValues[attribute];
  const stranger = closed && values.find((value) => !closed.includes(value));
  if (stranger !== undefined) return { says: `"${stranger}" is no ${attribute}. Write one of: ${closed?.join(', ')}.` };
  return { attribute, isNot: how === 'not ', values };
}

/**
 * Whether a training is meant. Of a training in several topics only a person can say how its hours divide, unless the
 * programme counts it in each.
 */
export function fits(selector: Selector, credit: CountedCredit, countsInEach: boolean): Fits {
  const each = selector.map((condition) => fitsOne(condition, credit, countsInEach));
  if (each.includes('no')) return 'no';
  return each.includes('maybe') ? 'maybe' : 'yes';
}

function fitsOne({ attribute, isNot, values }: Condition, credit: CountedCredit, countsInEach: boolean): Fits {
  const has = attributes[attribute]?.(credit) ?? null;
  if (has === null) return 'maybe';
  const found = has.filter((value) => values.includes(value));
  if (found.length === 0) return isNot ? 'yes' : 'no';
  const isDivided = attribute === 'topic' && !countsInEach && found.length < has.length;
  if (isDivided) return 'maybe';
  return isNot ? 'no' : 'yes';
}
