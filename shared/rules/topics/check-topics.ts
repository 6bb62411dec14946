import { bucketSchema } from '#shared/domain/credit.ts';
import { closestWord } from '../closest-word.ts';
import type { Problem } from '../markdown-page.ts';
import { findPhrase } from '../phrase.ts';
import { everyRule, type Programme } from '../programme.ts';
import { tierOf } from './exclusion.ts';
import { answerFor, countsAs } from './run-topic-examples.ts';
import { isTier, type TopicPage, tiers } from './topic-book.ts';

/** Everything that is wrong with the pages about topics, the common ones and the programme's own. */
export function checkTopics(programme: Programme): Problem[] {
  const { pages } = programme.topics;
  return [
    ...pages.flatMap((topic) => checkTopic(programme, topic)),
    ...wordsInTwoLists(programme),
    ...wordsTwice(programme),
    ...checkMap(programme),
    ...checkMapExamples(programme),
  ];
}

function checkTopic(programme: Programme, topic: TopicPage): Problem[] {
  const says = (line: number, text: string): Problem => ({ page: topic.page, line, says: text });
  const answers = topic.examples.map(({ answer }) => answer);
  const isDecided = topic.alone.length + topic.besidePeers.length > 0;
  const failed = topic.examples.flatMap(({ title, answer, line }) => {
    const got = answerFor(programme, topic, title);
    return got === answer ? [] : [says(line, `the example "${title}" says ${answer}, the words say ${got}.`)];
  });
  const unprotected = topic.nearMisses.filter((phrase) => !sharesAWord(topic, phrase));
  return [
    ...(answers.includes('no') ? [] : [says(1, 'add an example of a title that does not show the topic ("no").')]),
    ...(answers.includes(isDecided ? 'yes' : 'perhaps') ? [] : [says(1, 'add an example of a title that shows it.')]),
    ...failed,
    ...unprotected.map((phrase) =>
      says(1, `the near miss "${phrase}" holds no word of the topic: nothing to protect.`),
    ),
  ];
}

/** A near miss that has no word in common with any phrase of the topic takes nothing out. */
function sharesAWord(topic: TopicPage, nearMiss: string): boolean {
  const words = nearMiss.replaceAll('*', '').split(' ');
  const own = phrasesOf(topic).flatMap((phrase) => phrase.split(' '));
  return own.some((word) => findPhrase(word, words) !== null);
}

/** A word that shows two topics shows neither: it belongs on one page, or on both as part of a longer phrase. */
function wordsInTwoLists({ topics }: Programme): Problem[] {
  const all = topics.pages.flatMap((topic) => phrasesOf(topic).map((phrase) => ({ phrase, topic })));
  const firstPage = new Map<string, TopicPage>();
  return all.flatMap(({ phrase, topic }) => {
    const first = firstPage.get(phrase) ?? topic;
    firstPage.set(phrase, first);
    const says = `"${phrase}" stands in ${first.page} too: a title with it would show both topics. Keep it on one page.`;
    return first === topic ? [] : [{ page: topic.page, line: 1, says }];
  });
}

function wordsTwice({ topics }: Programme): Problem[] {
  const lists = [
    ...topics.pages.map((topic) => ({ page: topic.page, phrases: [...phrasesOf(topic)] })),
    ...topics.signals,
  ];
  return lists.flatMap(({ page, phrases }) => {
    const again = phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at);
    return again.map((phrase) => ({ page, line: 1, says: `"${phrase}" stands there twice.` }));
  });
}

const phrasesOf = ({ alone, besidePeers, hints }: TopicPage) => [...alone, ...besidePeers, ...hints];

function checkMap(programme: Programme): Problem[] {
  const { map, pages } = programme.topics;
  const names = pages.map(({ name }) => name);
  const asked = topicsAsked(programme);
  const problems = map.flatMap((row, at) => {
    const says = (text: string) => [{ page: row.page, line: row.line, says: text }];
    if (!names.includes(row.topic))
      return says(`there is no topic "${row.topic}". Did you mean "${closestWord(row.topic, names)}"?`);
    if (map.findIndex(({ topic }) => topic === row.topic) !== at) return says(`"${row.topic}" is mapped twice.`);
    if (isTier(row.countsAs) || asked.includes(row.countsAs)) return [];
    const known = [...asked, ...Object.keys(tiers)].join(', ');
    return says(`nothing asks for "${row.countsAs}". Write one of: ${known}, or add a measure to credits.md.`);
  });
  const reached = new Set(map.map((row) => row.countsAs));
  const unreached = asked.filter((bucket) => !reached.has(bucket));
  const page = map[0]?.page ?? 'topics/subjects.md';
  return [
    ...problems,
    ...unreached.map((bucket) => ({
      page,
      line: 1,
      says: `no topic counts as "${bucket}", which the programme asks for: write a map ("List: map") that says which do.`,
    })),
  ];
}

/** The subjects by their names in credits.md, and the buckets of the register where rules ask their sums. */
function topicsAsked(programme: Programme): string[] {
  const { measures, exclusions } = programme.counting;
  const selectors = [...measures, ...exclusions].flatMap(({ where }) => where);
  const named = selectors.flatMap(({ attribute, values }) => (attribute === 'topic' ? values : []));
  const facts = everyRule(programme).flatMap(({ metWhen }) => metWhen.map(({ fact }) => fact));
  const summed = bucketSchema.options.filter((bucket) => facts.includes(`${bucket} hours`));
  return [...new Set([...named, ...summed])];
}

/** The examples of the programme's own pages come out as written, and each bucket and tier of the map stands in one. */
function checkMapExamples(programme: Programme): Problem[] {
  const { map, examples } = programme.topics;
  const failed = examples.flatMap((example) => {
    const got = countsAs(programme, example);
    const says = `the example "${example.title}" says ${example.countsAs}, the pages say ${got}.`;
    return got === example.countsAs ? [] : [{ page: example.page, line: example.line, says }];
  });
  const shown = examples.map((example) => example.countsAs);
  const wanted = new Map(map.map((row) => [tierOf(programme, row) ?? row.countsAs, row]));
  const missing = [...wanted].filter(([name]) => !shown.includes(name));
  return [
    ...failed,
    ...missing.map(([name, { page, line }]) => ({
      page,
      line,
      says: `add an example of a title that counts as "${name}" to the table "Examples" of one of these pages.`,
    })),
  ];
}
