import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { reasonCodes } from '#shared/domain/reason.ts';
import { checkAnswers } from '#shared/rules/answers/check-answers.ts';
import { sayIn } from '#shared/rules/answers/say-in.ts';
import { checkPages } from '#shared/rules/check-programme.ts';
import { allProgrammes, programmeNamed } from '#test/builders/programmes.ts';
import { easeOfSpanish } from '#test/builders/reading-ease.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const es = louisiana.translations.es ?? { sentences: [], reasonWords: {} };

/** Where sentences are written that may stand in an answer as the reason of a doubt. */
const folders = [
  'functions/apply-rules',
  'functions/sort-documents',
  'shared/reading',
  'shared/mail',
  'functions/open-mail',
];
const literal = /'((?:[^'\\\n]|\\.)*)'|`([^`\\\n]*)`/g;
const isSentence = (text: string) => /^["A-Z]/.test(text) && /[a-z] [a-z]/.test(text) && text.endsWith('.');

/** What only people of the office read: the marks of a mail that are no doubt, why something counts, a name that is none. */
const forTheOffice =
  /^(?:Its l|It names|It was|Blanks|Empty lines|Three stray|A line of a mail|Approved beforehand|No approval is asked|An applicant whose)/;

/** Each sentence of the code, with a figure, a day or a sentence of ours wherever something is filled in. */
async function sentencesOfCode(): Promise<string[]> {
  const files = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })));
  const paths = files.flatMap((names, at) => names.map((name) => `${folders[at]}/${name}`));
  const texts = await Promise.all(paths.filter((path) => path.endsWith('.ts')).map((path) => readFile(path, 'utf8')));
  const found = texts.flatMap((text) =>
    [...text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').matchAll(literal)].map(
      ([, plain, filled]) => plain ?? filled ?? '',
    ),
  );
  return [...new Set(found.filter(isSentence))].filter((text) => !forTheOffice.test(text) && !begun.includes(text));
}

const fillings = [
  '3',
  'December 31, 2026',
  '2026',
  'The page is blank.',
  'Please take it again with all four corners of the page in the picture.',
];
/** Parts that the code says in words of its own, by what stands in the braces. */
const ownParts: Readonly<Record<string, readonly string[]>> = {
  what: ['day', 'hours', 'a picture of a kind', 'of a kind'],
  which: ['2026', 'Page 2 of 3'],
  "approval ?? 'was not approved beforehand'": ['was not approved beforehand'],
  "approval ?? 'is not on the list of approved trainings'": ['is not on the list of approved trainings'],
  'names[claimed]': ['ethics'],
  'names[bucket]': ['core skills'],
  'doneIn[countedFrom]': ['your first training was'],
  days: ['year'],
  'hoursInWords(hours)': ['1 hour', '3 hours'],
  'hoursInWords(said)': ['1 hour', '3 hours'],
  'hoursInWords(printed)': ['1 hour', '3 hours'],
  "approved.hours === '1' ? 'was' : 'were'": ['were'],
  'result.text': ['holds too many files'],
};
/** The beginning of a longer one. */
const begun = ['It is not clear what ${title} counts as.'];

function fillingsOf(text: string): string[] {
  const slots = [...new Set(text.match(/\$\{[^}]*\}/g))];
  return slots.reduce<string[]>(
    (all, slot) => {
      const known = [...(ownParts[slot.slice(2, -1)] ?? []), ...fillings];
      return all.flatMap((one) => known.map((value) => one.replaceAll(slot, value)));
    },
    [text],
  );
}

describe('the answers of the programme in Spanish', () => {
  test('have a line for every sentence that the code writes for a sender', async () => {
    const sentences = await sentencesOfCode();
    const unsaid = sentences.filter((text) => fillingsOf(text).every((filled) => sayIn(es, 'es', filled) === null));

    expect(sentences.length).toBeGreaterThan(120);
    expect(unsaid).toEqual([]);
  });

  test('say each reason as plainly as the letters', () => {
    const said = reasonCodes.map((code) => es.reasonWords[code]);
    const text = said.map((words) => `${words?.says} ${words?.fix}`).join('\n');

    expect(said).not.toContain(undefined);
    expect(easeOfSpanish(text)).toBeGreaterThan(60);
    expect(easeOfSpanish(es.sentences.map((one) => one.said).join('\n'))).toBeGreaterThan(60);
  });

  test('tell nobody tú, and say in no line what a machine does not decide', () => {
    const text = [
      ...es.sentences.map((one) => one.said),
      ...Object.values(es.reasonWords).map((one) => `${one.says} ${one.fix}`),
    ];
    expect(text.join('\n')).not.toMatch(/\b(?:tú|tus|tienes|puedes|debes|perder|caduc|vence|suspen|inactiv)\b/i);
  });

  test('are asked for by the check of the pages, with what stands in them', async () => {
    const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
    const without = (path: string) => Object.fromEntries(Object.entries(pages).filter(([name]) => name !== path));
    const says = (path: string) => checkPages(without(path)).map((each) => `${each.page}: ${each.says}`);

    expect(checkAnswers(louisiana)).toEqual([]);
    expect(says('letters/needs-sender.es.md')).toEqual(['letters/needs-sender.es.md: this letter is missing.']);
    expect(says('letters/reasons.es.md')).toHaveLength(reasonCodes.length);
    expect(says('letters/sentences.es.md')).toContain(
      'letters/sentences.es.md: there is no line for "Your ethics statement is signed." (continuing-education/attestation.rule.md).',
    );
    const spoiled = { ...pages, 'letters/empty.es.md': '# x\n\nSubject: Su salud\n\n## Text\n\nHola {nobody}\n' };
    expect(
      checkPages(spoiled)
        .map((each) => each.says)
        .join(),
    ).toMatch(/no place in a subject.*\{nobody\} is not known|\{nobody\} is not known.*no place in a subject/);
  });

  test('are asked of no programme that writes in one language', async () => {
    const others = (await allProgrammes()).filter(({ programme }) => programme.id !== louisiana.id);
    expect(others.length).toBeGreaterThan(3);
    for (const { programme } of others) expect(checkAnswers(programme)).toEqual([]);
    const one = louisiana.reminders && { ...louisiana.reminders, languages: ['en'] };
    expect(checkAnswers({ ...louisiana, reminders: one, translations: {} })).toEqual([]);
  });
});
