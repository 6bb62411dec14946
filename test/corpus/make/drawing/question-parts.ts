import { escaped, type Pen } from './pen.ts';
import type { TickStyle } from './strokes.ts';

/** Questions answered with Yes or No, statements to tick, choices out of a few. */
export const answerStyles = ['after', 'before', 'columns', 'ring'] as const;
export type AnswerStyle = (typeof answerStyles)[number];
export type Question = { readonly text: string; readonly answer: boolean | null; readonly name: string };

export const questionCss = `
.questions{font-size:10pt}
.questions p{padding:4pt 0}
.questions td{padding:4pt 6pt;border-bottom:.5pt solid #bbb}
.questions td.mark,.questions th{width:44pt;text-align:center;font-size:9pt}
.choice{white-space:nowrap;padding-right:14pt}
.sign{display:flex;gap:26pt;align-items:flex-end;font-size:10pt}
.sign .place{flex:1.7;border-bottom:.9pt solid #222;height:40pt;display:flex;align-items:flex-end;padding-left:10pt}
.sign .day{flex:1;border-bottom:.9pt solid #222;min-height:18pt;display:flex;align-items:flex-end;padding-left:4pt}
.sign.below small{display:block;font-size:8pt;padding-top:2pt}
.sign.below>div{flex:1.7}.sign.below>div+div{flex:1}
.sign.below .place,.sign.below .day{height:40pt}
`;

export function questionPart(pen: Pen, style: AnswerStyle, tick: TickStyle, questions: readonly Question[]): string {
  const boxes = ({ answer, name }: Question) =>
    `<span class="choice">${pen.tick(answer === true, tick, `${name} yes`)} Yes</span><span class="choice">${pen.tick(answer === false, tick, `${name} no`)} No</span>`;
  const drawn: Record<AnswerStyle, () => string> = {
    after: () => questions.map((one) => `<p>${escaped(one.text)} &nbsp; ${boxes(one)}</p>`).join(''),
    before: () => questions.map((one) => `<p>${boxes(one)}${escaped(one.text)}</p>`).join(''),
    ring: () =>
      questions
        .map(
          (one) =>
            `<p>${escaped(one.text)} &nbsp;&nbsp; ${pen.ring(['Yes', 'No'], one.answer === null ? '' : one.answer ? 'Yes' : 'No', one.name)}</p>`,
        )
        .join(''),
    columns: () =>
      `<table><tr><th></th><th>Yes</th><th>No</th></tr>${questions
        .map(
          (one) =>
            `<tr><td>${escaped(one.text)}</td><td class="mark">${pen.tick(one.answer === true, tick, `${one.name} yes`)}</td><td class="mark">${pen.tick(one.answer === false, tick, `${one.name} no`)}</td></tr>`,
        )
        .join('')}</table>`,
  };
  return `<div class="questions">${drawn[style]()}</div>`;
}

export type Signing = {
  readonly signature: 'drawn' | 'typed' | null;
  readonly who: string;
  readonly day: string | null;
  readonly labels: readonly [signature: string, day: string];
};

/** The line to sign on with the day beside it, labels before or below. */
export function signPart(pen: Pen, where: 'before' | 'below', { signature, who, day, labels }: Signing): string {
  const place = `<div class="place">${pen.sign(signature, who)}</div>`;
  const date = `<div class="day">${pen.fill(day, labels[1])}</div>`;
  const [forSignature, forDay] = labels.map(escaped);
  if (where === 'before')
    return `<div class="sign"><span>${forSignature}:</span>${place}<span>${forDay}:</span>${date}</div>`;
  return `<div class="sign below"><div>${place}<small>${forSignature}</small></div><div>${date}<small>${forDay}</small></div></div>`;
}

export const choicePart = (pen: Pen, tick: TickStyle, choices: readonly string[], chosen: string, name: string) =>
  choices
    .map((one) => `<span class="choice">${pen.tick(one === chosen, tick, `${name} ${one}`)} ${escaped(one)}</span>`)
    .join('');
