import { type Chance, chanceOf } from '../chance.ts';
import { levels, someApplication } from '../content/application-content.ts';
import { type DayWriting, written } from '../content/written.ts';
import type { Pen } from '../drawing/pen.ts';
import { type PersonStyle, personPart } from '../drawing/person-parts.ts';
import { type AnswerStyle, choicePart, questionPart, signPart } from '../drawing/question-parts.ts';
import type { TickStyle } from '../drawing/strokes.ts';
import { type Layout, onePage } from '../paper.ts';
import { formCss, headingOf } from './form-sheet.ts';
import { wordsOf } from './wordings.ts';

/** Applications for the peer training and for the family peer training. */
type Look = {
  readonly name: string;
  readonly split: 'fit' | 'held';
  readonly isFamily: boolean;
  readonly person: PersonStyle;
  readonly tick: TickStyle;
  readonly answers: AnswerStyle;
  readonly signing: 'before' | 'below';
  readonly days: DayWriting;
  /** the education written, or one of a few ticked */
  readonly education: 'written' | 'ticked';
};

// biome-ignore format: one form a line
const looks: readonly Look[] = [
  { name: 'application-inline', split: 'fit', isFamily: false, person: 'inline', tick: 'tick', answers: 'after', signing: 'before', days: 'slashed', education: 'written' },
  { name: 'application-boxed', split: 'fit', isFamily: false, person: 'boxed', tick: 'cross', answers: 'columns', signing: 'below', days: 'slashed', education: 'ticked' },
  { name: 'application-stacked', split: 'fit', isFamily: false, person: 'stacked', tick: 'filled', answers: 'ring', signing: 'below', days: 'words', education: 'written' },
  { name: 'application-under', split: 'held', isFamily: false, person: 'under', tick: 'typed', answers: 'columns', signing: 'below', days: 'loose', education: 'written' },
  { name: 'application-cells', split: 'held', isFamily: false, person: 'cells', tick: 'tick', answers: 'before', signing: 'before', days: 'slashed', education: 'ticked' },
  { name: 'family-dotted', split: 'fit', isFamily: true, person: 'dotted', tick: 'cross', answers: 'after', signing: 'before', days: 'slashed', education: 'written' },
  { name: 'family-boxed', split: 'fit', isFamily: true, person: 'boxed', tick: 'tick', answers: 'before', signing: 'below', days: 'brief', education: 'written' },
  { name: 'family-cells', split: 'held', isFamily: true, person: 'cells', tick: 'brackets', answers: 'columns', signing: 'below', days: 'slashed', education: 'written' },
  { name: 'family-stacked', split: 'held', isFamily: true, person: 'stacked', tick: 'cross', answers: 'ring', signing: 'before', days: 'loose', education: 'written' },
];

export const applicationLayouts: readonly Layout[] = looks.map((look) => ({
  ...{ name: look.name, kind: look.isFamily ? 'family-training-application' : 'training-application' },
  ...{ split: look.split, draw: (chance: Chance, pen: Pen) => draw(look, chance, pen) },
}));

function draw(look: Look, chance: Chance, pen: Pen) {
  const own = chanceOf(`form ${look.name}`);
  const words = wordsOf(own);
  const { caregiverExperienceMonths, recoveryTwelveMonths, employer, ...content } = someApplication(chance);
  const entry = (wording: Parameters<typeof words>[0], text: string, isWide = false) => ({
    ...{ label: words(wording), value: pen.fill(text, words(wording)), isWide },
  });
  const level = words('educationLevel');
  const entries = [
    entry('legalName', content.legalName),
    entry('dateOfBirth', written(content.dateOfBirth, look.days)),
    entry('email', content.email),
    entry('phone', content.phone),
    entry('parish', content.parish),
    entry('employer', employer),
    ...(look.education === 'written' ? [entry('educationLevel', content.educationLevel, true)] : []),
    ...(look.isFamily ? [entry('caregiving', caregiverExperienceMonths, true)] : []),
  ];
  const ticked = `<section class="choices"><p>${level}:</p>${choicePart(pen, look.tick, levels, content.educationLevel, level)}</section>`;
  const questions = [
    {
      text: words(look.isFamily ? 'familyExperience' : 'livedExperience'),
      answer: content.livedExperience,
      name: 'lived',
    },
    ...(look.isFamily ? [] : [{ text: words('recovery'), answer: recoveryTwelveMonths, name: 'recovery' }]),
  ];
  const signing = {
    signature: content.signaturePresent ? chance.pick(['drawn', 'typed'] as const) : null,
    who: content.legalName,
    day: content.signatureDate && written(content.signatureDate, look.days),
    labels: [words('signature'), words('signatureDate')],
  } as const;
  const story = `<section><p class="note">Why do you want to become a peer support specialist?</p><p class="note">${pen.fill('I want to give back what others gave to me.', 'why')}</p></section>`;
  const title = words(look.isFamily ? 'familyTitle' : 'applicationTitle');
  const body = `<main>${headingOf(own, title)}<section>${personPart(look.person, entries)}</section>${look.education === 'ticked' ? ticked : ''}<section>${questionPart(pen, look.answers, look.tick, questions)}</section>${story}<section>${signPart(pen, look.signing, signing)}</section></main>`;
  const fields = { ...content, ...(look.isFamily ? { caregiverExperienceMonths } : { recoveryTwelveMonths }) };
  const css = `${formCss(own)}.choices{font-size:10pt}`;
  return onePage(look.isFamily ? 'family-training-application' : 'training-application', { body, css }, fields);
}
