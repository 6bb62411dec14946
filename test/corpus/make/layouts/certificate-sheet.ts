import type { Chance } from '../chance.ts';
import { type CertificateContent, someCertificate, truthOfCertificate } from '../content/certificate-content.ts';
import { type DayWriting, type HourWriting, hoursWritten, rangeInWords, written } from '../content/written.ts';
import { escaped, type Pen } from '../drawing/pen.ts';
import { scribble } from '../drawing/strokes.ts';
import { type Layout, onePage, type Sheet } from '../paper.ts';

/** What a certificate layout writes with: its texts escaped, the day and the hours as this document writes them. */
export type Texts = {
  readonly name: string;
  readonly title: string;
  readonly provider: string;
  readonly day: string;
  readonly hours: string;
  /** the bare number, for a label list */
  readonly amount: string;
  readonly id: string;
  readonly signature: string;
  readonly signer: string;
};

export type CertificateDesign = {
  readonly name: string;
  readonly split: 'fit' | 'held';
  readonly days: readonly DayWriting[];
  readonly hours: readonly HourWriting[];
  readonly hasId?: boolean;
  readonly isRange?: boolean;
  readonly isLandscape?: boolean;
  readonly css: string;
  body(texts: Texts, chance: Chance): string;
};

const signers = [
  'Monique Theriot, Program Director',
  'R. Delacroix, Training Coordinator',
  'Dr. Alan Pruitt',
  'Sherry Vidrine, LPC',
  'Education Committee Chair',
];

export function certificateLayout(design: CertificateDesign): Layout {
  return {
    ...{ name: design.name, kind: 'certificate', split: design.split },
    draw(chance, pen) {
      const content = someCertificate(chance, { range: design.isRange === true, id: design.hasId === true });
      return onePage('certificate', sheetOf(design, content, chance, pen), truthOfCertificate(content));
    },
  };
}

function sheetOf(design: CertificateDesign, content: CertificateContent, chance: Chance, pen: Pen): Sheet {
  const day = content.startedOn
    ? rangeInWords(content.startedOn, content.completedOn)
    : written(content.completedOn, chance.pick(design.days));
  const texts: Texts = {
    name: pen.fill(content.attendeeName, 'Name'),
    title: pen.fill(content.courseTitle, 'Title'),
    provider: pen.fill(content.provider, 'Provider'),
    day: pen.fill(day, 'Date'),
    hours: pen.fill(hoursWritten(content.hours, chance.pick(design.hours)), 'Hours'),
    amount: pen.fill(content.hours, 'Hours'),
    id: content.certificateId ?? '',
    signature: scribble(chance, '#20284f', 150),
    signer: escaped(chance.pick(signers)),
  };
  return {
    body: `<main>${design.body(texts, chance)}</main>`,
    css: `main{height:100%}${design.css}`,
    isLandscape: design.isLandscape === true,
  };
}
