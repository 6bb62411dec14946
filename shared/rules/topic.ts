import type { Bucket } from '#shared/domain/credit.ts';
import { type Found, findPhrase, wordsOf } from './phrase.ts';
import type { Programme, TopicList, TopicListKind } from './programme.ts';

export type TrainingTitle = {
  readonly title: string;
  readonly provider?: string | null;
  /** what the person or the provider says it was about; it can raise a doubt, never grant a credit by itself */
  readonly description?: string | null;
  readonly claimedCategory?: Bucket | null;
};

export type Exclusion = 'none' | 'named' | 'look-alike' | 'clinical';

export type Classification = {
  /** null: a person decides */
  readonly bucket: Bucket | null;
  readonly exclusion: Exclusion;
  readonly why: string;
  /** the phrases of the list that were found; `ethic*` stands for any ending */
  readonly matchedWords: string[];
  readonly list: string;
  readonly citation: string;
};

type Hit = Found & { readonly list: TopicList };

/**
 * What a training is about, by the programme's own lists of words. Exclusions are phrases, not single words of a
 * title; what fits no list, or two, is left to a person.
 */
export function classifyTraining(programme: Programme, training: TrainingTitle): Classification {
  const words = wordsOf(training.title);
  const open = withoutProtected(programme, words);
  return excluded(programme, training, open) ?? bucketOf(programme, training, words);
}

function hitsOf(programme: Programme, words: readonly (string | null)[], kinds: readonly TopicListKind[]): Hit[] {
  const lists = programme.topicLists.filter((list) => kinds.includes(list.kind));
  return lists.flatMap((list) =>
    list.topics.flatMap((topic) =>
      topic.phrases.flatMap((phrase) => {
        const found = findPhrase(phrase, words);
        return found ? [{ ...found, list }] : [];
      }),
    ),
  );
}

/** The title with the words of protected phrases taken out, so that "mental health first aid" is not "first aid". */
function withoutProtected(programme: Programme, words: readonly string[]): (string | null)[] {
  const claimed = hitsOf(programme, words, ['protected']).filter((hit) => hit.isTight);
  const places = new Set(claimed.flatMap((hit) => hit.places));
  return words.map((word, place) => (places.has(place) ? null : word));
}

function excluded(
  programme: Programme,
  training: TrainingTitle,
  open: readonly (string | null)[],
): Classification | null {
  const soft = hitsOf(programme, open, ['softening']);
  const named = hitsOf(programme, open, ['named']);
  const certain = named.find((hit) => hit.isTight);
  if (certain && soft.length === 0)
    return exclusion('named', certain, 'The programme names this kind of training as not accepted.');
  const doubtful = named[0] ?? hitsOf(programme, open, ['look-alike'])[0];
  if (doubtful)
    return exclusion('look-alike', doubtful, 'This may be a training that the job requires. A person decides.');
  const clinical = hitsOf(programme, open, ['clinical'])[0];
  if (clinical)
    return exclusion('clinical', clinical, 'The title names clinical work. A person decides whether it fits the role.');
  const aside = [training.provider, training.description].map((text) =>
    withoutProtected(programme, wordsOf(text ?? '')),
  );
  const beside = aside.flatMap((text) => hitsOf(programme, text, ['named', 'look-alike'])).find((hit) => hit.isTight);
  if (!beside) return null;
  return exclusion(
    'look-alike',
    beside,
    'The provider or the description speaks of a training that jobs require. A person decides.',
  );
}

function exclusion(kind: Exclusion, hit: Hit, why: string): Classification {
  return { exclusion: kind, bucket: null, ...shown([hit], why) };
}

function bucketOf(programme: Programme, training: TrainingTitle, words: readonly string[]): Classification {
  const unsure = (hits: readonly Hit[], why: string): Classification => ({
    exclusion: 'none',
    bucket: null,
    ...shown(hits, why),
  });
  const asking = hitsOf(programme, words, ['ask a person']);
  if (asking.length > 0) return unsure(asking, 'The title may mean something else than it seems. A person decides.');
  const hits = topicHits(programme, training, words);
  const all = [...hits.ethics, ...hits.core];
  if (all.length === 0) return unsure([], 'The title fits none of the lists of topics. A person decides.');
  const claimed = training.claimedCategory ?? null;
  if (hits.ethics.length > 0 && hits.core.length > 0) {
    if (claimed === null) return unsure(all, 'The title fits both ethics and core topics. A person decides.');
    const why = `The title fits both ethics and core topics; the report form says ${claimed}.`;
    return { exclusion: 'none', bucket: claimed, ...shown(hits[claimed], why) };
  }
  const bucket: Bucket = hits.ethics.length > 0 ? 'ethics' : 'core';
  if (claimed !== null && claimed !== bucket) {
    return unsure(all, `The report form says ${claimed}, the title reads as ${bucket}. A person decides.`);
  }
  return { exclusion: 'none', bucket, ...shown(all, `The title names a topic of ${bucket}.`) };
}

/**
 * The topics found in a title. Where title, description or provider speak of peers or recovery, phrases may be spread over
 * the title, and general topics ("communication") count if no topic of our own was found.
 */
function topicHits(programme: Programme, training: TrainingTitle, words: readonly string[]): Record<Bucket, Hit[]> {
  const around = [words, ...[training.description, training.provider].map((text) => wordsOf(text ?? ''))];
  const hasContext = around.some((text) => hitsOf(programme, text, ['context']).length > 0);
  const own = (kinds: readonly TopicListKind[]) =>
    hitsOf(programme, words, kinds).filter((hit) => hit.isTight || hasContext);
  const ethics = own(hasContext ? ['ethics', 'ethics with context'] : ['ethics']);
  const core = own(['core']);
  const isGeneral = hasContext && ethics.length + core.length === 0;
  return { ethics, core: isGeneral ? own(['core with context']) : core };
}

function shown(hits: readonly Hit[], why: string): Pick<Classification, 'why' | 'matchedWords' | 'list' | 'citation'> {
  const first = hits[0]?.list;
  return {
    why,
    matchedWords: [...new Set(hits.map((hit) => hit.phrase))],
    list: first?.name ?? '',
    citation: first?.citation ?? '',
  };
}
