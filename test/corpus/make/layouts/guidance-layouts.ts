import { type Chance, chanceOf } from '../chance.ts';
import { someGuidance, truthOfGuidance } from '../content/application-content.ts';
import { type DayWriting, written } from '../content/written.ts';
import type { Pen } from '../drawing/pen.ts';
import { type PersonStyle, personPart } from '../drawing/person-parts.ts';
import { type AnswerStyle, questionPart, signPart } from '../drawing/question-parts.ts';
import type { TickStyle } from '../drawing/strokes.ts';
import { type Layout, onePage } from '../paper.ts';
import { formCss, headingOf } from './form-sheet.ts';
import { wordsOf } from './wordings.ts';

/** The form for a training that was not approved in advance. */
type Look = {
  readonly name: string;
  readonly split: 'fit' | 'held';
  readonly person: PersonStyle;
  readonly tick: TickStyle;
  readonly answers: AnswerStyle;
  readonly signing: 'before' | 'below';
  readonly days: DayWriting;
};

// biome-ignore format: one form a line
const looks: readonly Look[] = [
  { name: 'guidance-dotted', split: 'fit', person: 'dotted', tick: 'cross', answers: 'after', signing: 'before', days: 'slashed' },
  { name: 'guidance-boxed', split: 'fit', person: 'boxed', tick: 'tick', answers: 'columns', signing: 'below', days: 'words' },
  { name: 'guidance-inline', split: 'fit', person: 'inline', tick: 'filled', answers: 'ring', signing: 'before', days: 'loose' },
  { name: 'guidance-cells', split: 'held', person: 'cells', tick: 'brackets', answers: 'after', signing: 'below', days: 'brief' },
  { name: 'guidance-under', split: 'held', person: 'under', tick: 'round', answers: 'before', signing: 'below', days: 'slashed' },
  { name: 'guidance-stacked', split: 'held', person: 'stacked', tick: 'cross', answers: 'ring', signing: 'before', days: 'dashed' },
];

export const guidanceLayouts: readonly Layout[] = looks.map((look) => ({
  ...{ name: look.name, kind: 'ceu-guidance', split: look.split },
  draw: (chance, pen) => draw(look, chance, pen),
}));

function draw(look: Look, chance: Chance, pen: Pen) {
  const own = chanceOf(`form ${look.name}`);
  const words = wordsOf(own);
  const content = someGuidance(chance);
  const entry = (wording: Parameters<typeof words>[0], text: string, isWide = false) => ({
    ...{ label: words(wording), value: pen.fill(text, words(wording)), isWide },
  });
  const entries = [
    entry('legalName', content.legalName),
    entry('email', content.email),
    entry('courseTitle', content.courseTitle, true),
    entry('provider', content.provider),
    entry('completedOn', written(content.completedOn, look.days)),
    entry('hoursClaimed', content.hours),
    entry('ethicsHours', content.ethicsHours),
    entry('competency', content.competency, true),
    { label: 'How does this training support your peer work?', value: pen.fill(content.reason, 'how'), isWide: true },
  ];
  const question = { text: words('mandatory'), answer: content.mandatoryForJob, name: 'mandatory' };
  const signing = {
    signature: content.isSigned ? chance.pick(['drawn', 'typed'] as const) : null,
    who: content.legalName,
    day: content.isSigned ? written(content.signatureDate, look.days) : null,
    labels: [words('signature'), words('signatureDate')],
  } as const;
  const staff = own.is(0.5)
    ? '<section class="staff"><b>Staff use only</b><p>Hours allowed: ________ &nbsp; Decision: ____________ &nbsp; Initials: ______</p></section>'
    : '';
  const body = `<main>${headingOf(own, words('guidanceTitle'))}<p class="note">Use one form for each training that was not approved in advance.</p><section>${personPart(look.person, entries)}</section><section>${questionPart(pen, look.answers, look.tick, [question])}</section><section>${signPart(pen, look.signing, signing)}</section>${staff}</main>`;
  return onePage('ceu-guidance', { body, css: formCss(own) }, truthOfGuidance(content));
}
