import type { Credit } from '#shared/domain/credit.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { classifyTraining } from '#shared/rules/topic.ts';

/** In the programme's own words; null: not known, so a measure that asks it says from where to where it lies. */
export type CreditTopics = { readonly topics: readonly string[] | null; readonly why: string };

/**
 * What a credit is about, to a programme that asks for hours on subjects. The register says whether it is ethics, the title
 * says the rest. Where the two do not agree, and of parts of one training beside ethics, it is not known.
 */
export function creditTopics(programme: Programme, credit: Credit, isPart: boolean): CreditTopics {
  const { bucket, status, traits, ruling, title, provider } = credit;
  const asked = topicsAsked(programme);
  // what the register or a person said of ethics stands over what a title shows
  const isSaid = ruling !== undefined && bucket !== null;
  const isListed = isSaid || traits === undefined || traits.approval === 'listed';
  if (asked.length === 0) return { topics: bucket === null ? null : [bucket], why: '' };
  if (!isListed && status !== 'counted') return { topics: null, why: '' };
  const read = classifyTraining(programme, { title, provider });
  if (!isListed) return read;
  if (bucket === null) return { topics: null, why: '' };
  if (asked.every((topic) => topic === 'ethics' || topic === 'core')) return { topics: [bucket], why: '' };
  return beside(bucket, ethicsIn(programme, asked), isPart ? { topics: null, why: '' } : read);
}

/** The word of the register beside that of the title. */
function beside(bucket: 'ethics' | 'core', ethics: string | null, read: CreditTopics): CreditTopics {
  const { topics } = read;
  const isEthics = ethics !== null && topics?.includes(ethics) === true;
  if (bucket === 'core') {
    if (!isEthics) return read;
    return { topics: null, why: `It was not approved as ethics. ${read.why}` };
  }
  if (ethics === null) return { topics: null, why: 'It was approved as ethics, which this programme does not name.' };
  if (topics === null || isEthics) return { topics: [ethics], why: 'It was approved as ethics.' };
  // a person says which of them, unless both are one to the programme
  return { topics: [ethics, ...topics], why: `It was approved as ethics. ${read.why}` };
}

/** The programme's word for what the register calls ethics. */
function ethicsIn({ topics }: Programme, asked: readonly string[]): string | null {
  const row = topics.map.find(({ topic }) => topic === 'ethics');
  return row?.countsAs ?? (asked.includes('ethics') ? 'ethics' : null);
}

/** The subjects that the programme's own page asks for. */
function topicsAsked({ counting }: Programme): string[] {
  const selectors = [...counting.measures, ...counting.exclusions].map(({ where }) => where);
  return [...new Set(selectors.flat().flatMap(({ attribute, values }) => (attribute === 'topic' ? values : [])))];
}
