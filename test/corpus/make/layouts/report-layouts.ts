import { type Report, reportFields } from '#test/fixtures/make/content.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { someReport } from '../content/report-content.ts';
import { written } from '../content/written.ts';
import type { Pen } from '../drawing/pen.ts';
import { escaped } from '../drawing/pen.ts';
import { type Entry, personPart } from '../drawing/person-parts.ts';
import { choicePart, questionPart, signPart } from '../drawing/question-parts.ts';
import { type TrainingStyle, trainingBlocks, trainingTable } from '../drawing/training-parts.ts';
import { type DocumentTruth, type Layout, onePage, type Paper, type RowTruth } from '../paper.ts';
import { formCss, headingOf } from './form-sheet.ts';
import { type ReportLook as Look, reportLooks } from './report-looks.ts';
import { wordsOf } from './wordings.ts';

export const reportLayouts: readonly Layout[] = reportLooks.map((look) => ({
  ...{ name: look.name, kind: 'ce-report', split: look.split },
  draw: (chance, pen) => drawReport(look, chance, pen),
}));

function drawReport(look: Look, chance: Chance, pen: Pen): Paper {
  const own = chanceOf(`form ${look.name}`);
  const isInBlocks = look.trainings.startsWith('blocks');
  const report = someReport(
    chance,
    look.isInTwoPages ? [6, 8] : isInBlocks ? [2, look.trainings === 'blocks-two' ? 4 : 3] : [3, 5],
  );
  const parts = partsOf(look, own, pen, report);
  const css = formCss(own);
  const heading = headingOf(own, parts.title);
  const truth = { fields: reportFields(report), trainings: report.rows.map((row) => rowTruth(look, row)) };
  if (!look.isInTwoPages) {
    const body = `<main>${heading}${parts.person}${parts.trainings}${parts.end}</main>`;
    return onePage('ce-report', { body, css }, truth.fields, truth.trainings);
  }
  const first = `<main>${heading}${parts.person}${parts.trainings}<p class="foot">Page 1 of 2</p></main>`;
  const second = `<main><p class="foot">${escaped(parts.title)} - page 2 of 2</p>${parts.end}</main>`;
  const document: DocumentTruth = { pages: [1, 2], kind: 'ce-report', ...truth };
  return {
    sheets: [
      { body: first, css },
      { body: second, css },
    ],
    documents: [document],
  };
}

function partsOf(look: Look, own: Chance, pen: Pen, report: Report) {
  const words = wordsOf(own);
  const fill = (text: string | null, wording: Parameters<typeof words>[0]) => pen.fill(text, words(wording));
  const kinds = ['RPSS', 'RFPSS'];
  const entries: Entry[] = [
    { label: words('legalName'), value: fill(report.legalName, 'legalName') },
    { label: words('reportingYear'), value: fill(report.reportingYear, 'reportingYear') },
    { label: words('email'), value: fill(report.email, 'email') },
    { label: words('phone'), value: fill(report.phone, 'phone') },
    {
      label: words('initialTrainingDate'),
      value: fill(written(report.initialTrainingDate, look.days), 'initialTrainingDate'),
    },
    { label: words('employer'), value: fill(report.employer, 'employer') },
    {
      label: words('credentialType'),
      value: choicePart(pen, look.tick, kinds, report.credentialType, words('credentialType')),
      isWide: true,
    },
  ];
  const style: TrainingStyle = {
    ...{ days: look.days, tick: look.tick, order: look.order, category: look.category },
    ...{ isNumbered: look.isNumbered === true, emptyRows: look.emptyRows ?? 0 },
    heads: {
      day: words('day'),
      title: words('title'),
      provider: words('provider'),
      hours: words('hours'),
      category: words('category'),
      approved: words('approved'),
    },
  };
  const totals = totalsPart(
    look,
    words('totalHours'),
    fill(report.totalHours, 'totalHours'),
    words('totalEthicsHours'),
    fill(report.totalEthicsHours, 'totalEthicsHours'),
  );
  const isAbove = look.totals === 'above';
  const trainings = trainingsPart(look, pen, style, report);
  const signing = {
    signature: report.signature,
    who: report.legalName,
    day: report.signatureDate && written(report.signatureDate, look.days),
    labels: [words('signature'), words('signatureDate')],
  } as const;
  const attest =
    look.attest === 'box'
      ? `<p class="attest">${pen.tick(report.attestationChecked, look.tick, 'attest')} ${words('attest')}</p>`
      : questionPart(pen, look.attest, look.tick, [
          { text: words('attestQuestion'), answer: report.attestationChecked, name: 'attest' },
        ]);
  return {
    title: words('reportTitle'),
    person: `<section>${personPart(look.person, entries)}</section>${isAbove ? totals : ''}`,
    trainings: `<section><h3>${own.pick(['Trainings completed', 'Continuing education activities', 'List each training'])}</h3>${trainings}</section>`,
    end: `${isAbove ? '' : totals}<section><h3>${own.pick(['Ethics attestation', 'Attestation', 'Statement of the specialist'])}</h3>${attest}</section><section>${signPart(pen, look.signing, signing)}</section>`,
  };
}

function trainingsPart(look: Look, pen: Pen, style: TrainingStyle, report: Report): string {
  const { trainings } = look;
  if (trainings === 'blocks') return trainingBlocks(pen, 'one', style, report.rows);
  if (trainings === 'blocks-two') return trainingBlocks(pen, 'two', style, report.rows);
  if (trainings === 'blocks-open') return trainingBlocks(pen, 'open', style, report.rows);
  return trainingTable(pen, trainings, style, report.rows);
}

function totalsPart({ totals }: Look, forAll: string, all: string, forEthics: string, ethics: string): string {
  const [first, second] = [escaped(forAll), escaped(forEthics)];
  if (totals === 'boxed')
    return `<section class="totals boxed-totals"><div><small>${first}</small><b>${all}</b></div><div><small>${second}</small><b>${ethics}</b></div></section>`;
  if (totals === 'row')
    return `<section class="totals"><table class="cells"><tr><td class="label">${first}</td><td>${all}</td><td class="label">${second}</td><td>${ethics}</td></tr></table></section>`;
  return `<section class="totals"><p><span>${first}:</span><span class="amount">${all}</span></p><p><span>${second}:</span><span class="amount">${ethics}</span></p></section>`;
}

function rowTruth(look: Look, row: Report['rows'][number]): RowTruth {
  const { priorApproved, ...rest } = row;
  return look.order.includes('approved') ? { ...rest, priorApproved } : rest;
}
