import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRegisters } from '#infra/local/load-registers.ts';
import { avoidedInSubject } from '#shared/rules/reminders/avoided-words.ts';
import { dayInLanguage } from '#shared/rules/reminders/language.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { easeOfSpanish } from '#test/builders/reading-ease.ts';
import { aBesiegedOffice } from '#test/hostile/a-besieged-office.ts';
import { cameAt, type OutcomeMail, outcomeMails } from './outcome-mails.ts';

const louisiana = await programmeNamed('louisiana-rpss');
const outcomes = Object.keys(outcomeMails).filter((name): name is OutcomeMail => Object.hasOwn(outcomeMails, name));
const said = 'Hola, buenas tardes. Les envio mis papeles para el informe. Por favor, me dicen lo que falta. Gracias.';

type Office = Awaited<ReturnType<typeof aBesiegedOffice>>;
let offices: { english: Office; spanish: Office };
beforeAll(async () => {
  const [english, spanish] = await Promise.all([aBesiegedOffice(), aBesiegedOffice()]);
  offices = { english, spanish };
  await everybodyAskedForSpanish(spanish);
});
afterAll(async () => {
  await Promise.all([offices.english.close(), offices.spanish.close()]);
});

/** On its roster everybody asked for Spanish, and so did four whose mails have no words that are read. */
async function everybodyAskedForSpanish({ folder, records }: Office) {
  const [head, ...lines] = (await readFile('test/fixtures/roster.csv', 'utf8')).trim().split(/\r?\n/);
  const wordless = ['two', 'three', 'four', 'nine'].map(
    (one) => `RPSS-${one},Ana ${one},,a@${one}.example,RPSS,2019-03-22,active,`,
  );
  const rosterCsv = join(folder, 'roster.csv');
  await writeFile(
    rosterCsv,
    [`${head},language`, ...[...lines, ...wordless].map((line) => `${line},es`), ''].join('\n'),
  );
  await loadRegisters(records, { rosterCsv, approvedCsv: null });
}

async function bothLetters(outcome: OutcomeMail) {
  const letterFrom = async (office: Office, words: string) => {
    const { letters } = await office.take(await outcomeMails[outcome](words), cameAt[outcome]);
    const [letter] = letters;
    if (letter === undefined || letters.length > 1) throw new Error('not one letter');
    return letter;
  };
  return { english: await letterFrom(offices.english, ''), spanish: await letterFrom(offices.spanish, said) };
}

/** What a letter says whatever its language: figures, names in quotes, references, lines of lists. Days as they are written there. */
function factsIn(text: string, language: string) {
  const days = Array.from({ length: 400 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10));
  // "31 de diciembre" before "1 de diciembre"
  const inWords = days
    .map((day) => ({ day, said: dayInLanguage(day, language) }))
    .sort((a, b) => b.said.length - a.said.length);
  const own = text.replace(/LA-\d{4}-[0-9A-Z]{6}/g, '[mail]');
  const plain = inWords.reduce((left, { day, said: words }) => left.replaceAll(words, `[${day}]`), own);
  return {
    days: plain.match(/\[[\d-]+\]/g) ?? [],
    figures: (plain.replace(/\[[\d-]+\]/g, '').match(/\d[\d.]*\d|\d/g) ?? []).toSorted(),
    quoted: plain.match(/"[^"]+"/g) ?? [],
    references: plain.match(/\[mail\]/g)?.length,
    lists: plain.match(/^- /gm)?.length ?? 0,
    paragraphs: plain.split('\n\n').length,
  };
}

const wordsIn = (texts: readonly string[]) => texts.flatMap((text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
const sentences = louisiana.translations.es?.sentences ?? [];
const letters = Object.values(louisiana.letters);
const spanishWords = new Set(
  wordsIn([
    ...sentences.map((one) => one.said),
    ...letters.filter(({ id }) => id.endsWith('.es')).map(({ text }) => text),
  ]),
);
/** Every word of the English sentences and letters that no Spanish one has. */
const englishWords = new Set(
  wordsIn([
    ...sentences.map(({ english }) => english),
    ...letters.filter(({ id }) => !id.endsWith('.es')).map(({ text }) => text),
  ]).filter((word) => !spanishWords.has(word)),
);
/** Without names: what stands in quotes, the title before its hours, the place where forms go. */
const ownWords = (text: string) =>
  text
    .replace(/"[^"]*"|The Extra Mile Region IV/g, '')
    .replace(/^- .*: (?=[\d.]+ horas?)/gm, '')
    .replace(/LA-\d{4}-\w+/g, '');

describe('every outcome is answered in Spanish as in English', () => {
  test.each(outcomes)('%s', async (outcome) => {
    const { english, spanish } = await bothLetters(outcome);

    expect(spanish.text).toMatch(/^Hola:\n/);
    expect(spanish.language).toBe('es');
    expect(english.language).toBeUndefined();
    expect(wordsIn([ownWords(spanish.text)]).filter((word) => englishWords.has(word))).toEqual([]);
    expect(wordsIn([english.text]).filter((word) => englishWords.has(word)).length).toBeGreaterThan(10);
    expect(factsIn(spanish.text, 'es')).toEqual(factsIn(english.text, 'en'));
    expect(easeOfSpanish(spanish.text)).toBeGreaterThanOrEqual(60);
    expect(avoidedInSubject(louisiana, spanish.subject)).toEqual([]);
    expect(spanish.subject).not.toBe(english.subject);
    // whom we are not sure of reads no word of what kind of programme this is
    if (english.to.endsWith('.example')) expect(avoidedInSubject(louisiana, spanish.text)).toEqual([]);
  });
});
