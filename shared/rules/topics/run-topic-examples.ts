import type { CountedCredit } from '../counting/counted-credit.ts';
import { fits } from '../counting/selector.ts';
import type { Programme } from '../programme.ts';
import { classifyTraining } from '../topic.ts';
import { topicsShown } from './look-at-title.ts';
import { type MapExample, type TopicAnswer, type TopicPage, tiers } from './topic-book.ts';

export const aPersonDecides = 'a person decides';

/** Whether a title shows the topic of the page: what its examples say. */
export function answerFor(programme: Programme, topic: TopicPage, title: string): TopicAnswer {
  const [shown] = topicsShown({ ...programme.topics, pages: [topic] }, { title });
  if (!shown) return 'no';
  return shown.how === 'sure' ? 'yes' : 'perhaps';
}

/** What the programme makes of a title, in the words of its map. */
export function countsAs(programme: Programme, { title, provider }: Pick<MapExample, 'title' | 'provider'>): string {
  const { exclusion, topics, bucket } = classifyTraining(programme, { title, provider });
  const tier = Object.entries(tiers).find(([, code]) => code === exclusion)?.[0];
  if (tier !== undefined) return tier;
  if (topics !== null && !isLeftOpen(programme, topics)) return topics.join(' and ');
  return bucket === null ? aPersonDecides : `perhaps ${bucket}`;
}

/** Whether a training on these topics leaves a measure open, because nobody knows how its hours divide. */
function isLeftOpen({ counting }: Programme, topics: readonly string[]): boolean {
  const credit: CountedCredit = { ...aTraining, topics };
  const asking = counting.measures.map(({ where }) => where.filter(({ attribute }) => attribute === 'topic'));
  const isKeptApart = topics.length > 1 && !counting.countsInEach && counting.measures.length === 0;
  return isKeptApart || asking.some((where) => fits(where, credit, counting.countsInEach) === 'maybe');
}

const aTraining: CountedCredit = {
  title: '',
  paper: null,
  hours: null,
  status: 'counted',
  isConfirmed: false,
  completedOn: null,
  topics: null,
  mode: null,
  provider: null,
  providerClass: null,
  isInService: null,
  isSelfPresented: null,
  approval: null,
  evidence: null,
};

/** What comes out for each example of a page about topics, now; one that comes out otherwise than written is marked. */
export function topicExamplesAsRun(programme: Programme, page: string): string[] {
  const { pages, examples } = programme.topics;
  const topic = pages.find((each) => each.page === page);
  const marked = (got: string, written: string) => (got === written ? got : `${got}: not as written`);
  if (topic) return topic.examples.map(({ title, answer }) => marked(answerFor(programme, topic, title), answer));
  const own = examples.filter((each) => each.page === page);
  return own.map((example) => marked(countsAs(programme, example), example.countsAs));
}
