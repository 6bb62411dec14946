import type { Chance } from '../chance.ts';
import { textFaces } from '../drawing/faces.ts';
import { escaped } from '../drawing/pen.ts';
import { personCss } from '../drawing/person-parts.ts';
import { questionCss } from '../drawing/question-parts.ts';
import { trainingCss } from '../drawing/training-parts.ts';

const offices = [
  'Office of Peer Services',
  'Statewide Peer Credentialing Office',
  'Behavioral Health Workforce Unit',
  'Peer Workforce Program',
] as const;

export const headingOf = (own: Chance, title: string) =>
  `<header><h1>${escaped(title)}</h1><h2>${own.pick(offices)}</h2></header>`;

/** The look of a form: faces and colour come from the layout's own chance. */
export function formCss(own: Chance): string {
  const [face, filled, accent] = [
    own.pick(textFaces),
    own.pick(textFaces),
    own.pick(['#1d3557', '#333', '#5b2333', '#20493c']),
  ];
  return `${personCss}${questionCss}${trainingCss}
main{padding:.55in .6in;font-family:'${face}'}
.filled{font-family:'${filled}'}
header{border-bottom:2pt solid ${accent};margin-bottom:10pt;padding-bottom:5pt}
h1{font-size:16pt;color:${accent}}h2{font-size:10pt;font-weight:normal;color:#444}
h3{font-size:11pt;color:${accent};padding:2pt 0 4pt}
section{margin-bottom:12pt}
.note,.staff{font-size:9pt;padding-bottom:8pt}.staff{border:.8pt dashed #555;padding:8pt;margin-top:20pt}
.attest{font-size:10pt}
.totals{font-size:10pt}.totals p{display:flex;gap:6pt;align-items:flex-end;padding:2pt 0}.totals .amount{border-bottom:.8pt solid #333;min-width:60pt;min-height:14pt;padding-left:5pt}
.boxed-totals{display:flex;gap:12pt}.boxed-totals div{border:1pt solid #333;padding:3pt 10pt;min-width:130pt}.boxed-totals small{display:block;font-size:8pt}.boxed-totals b{font-weight:normal}
.foot{font-size:8pt;color:#444}`;
}
