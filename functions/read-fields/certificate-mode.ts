import type { FieldValue } from '#shared/domain/document.ts';
import { type Block, type Part, partOf } from './blocks-of-page.ts';
import { foundAs } from './certificate-paper.ts';
import { valueFrom } from './field-values.ts';

type Way = 'in person' | 'live online' | 'self paced';

/** Only words that can mean nothing else: a webinar may have been live or recorded, "online" says neither. */
const ways: readonly { way: Way; words: RegExp }[] = [
  { way: 'in person', words: /\b(?:in[- ]person|face[- ]to[- ]face)\b/gi },
  {
    way: 'live online',
    words:
      /\b(?:live[- ](?:online|virtual|webinar|webcast|interactive webinar|stream)\w*|live via zoom|synchronous online)\b/gi,
  },
  {
    way: 'self paced',
    words: /\b(?:self[- ](?:paced|study|directed)|home[- ]?study|on[- ]demand|asynchronous|recorded webinar)\b/gi,
  },
];

/** "not in person", "non-live": the paper speaks of what it was not. */
const denied = /\b(?:not?|non|without|instead of|rather than|or)[- ]*(?:an? )?$/i;

/**
 * How a training was held, where the certificate says so in words of its own. The words of its title and of who gave it are
 * about something else; where it names two ways, or offers several to tick, nobody knows which it was.
 */
export function modeOf(blocks: readonly Block[], others: readonly (FieldValue | null)[]): FieldValue | null {
  const elsewhere = others.flatMap((value) => (typeof value?.value === 'string' ? [value.value.toLowerCase()] : []));
  const found = blocks.flatMap((block) => waysIn(block, elsewhere));
  const [first] = found;
  if (!first?.way || found.some(({ way }) => way !== first.way)) return null;
  return valueFrom(foundAs(first.part, 'phrase'), first.way);
}

function waysIn(block: Block, elsewhere: readonly string[]): { way: Way | null; part: Part }[] {
  const text = block.text.replace(/\n/g, ' ');
  return ways.flatMap(({ way, words }) =>
    [...text.matchAll(words)]
      .filter((match) => !elsewhere.some((other) => other.includes(match[0].toLowerCase())))
      .map((match) => {
        const isDenied = denied.test(text.slice(0, match.index));
        return { way: isDenied ? null : way, part: partOf(block, match.index, match.index + match[0].length) };
      }),
  );
}
