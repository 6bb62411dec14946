import type { ValueLine } from './compare-file.ts';
import type { Cost, Measured } from './measure.ts';
import { calibrationOf, confidentErrors, fieldsOnly, type Share, shareOf, shares, sumRows } from './tally.ts';

/** The figures as a person reads them. */
const percent = (share: number | null) => (share === null ? '    n/a' : `${(share * 100).toFixed(1).padStart(5)} %`);
const row = (label: string, share: Share) =>
  `  ${label.padEnd(34)} ${percent(shareOf(share))}   ${String(share.right).padStart(5)} / ${share.all}`;
const group = (title: string, all: ReadonlyMap<string, Share>) => [
  `\n${title}`,
  ...[...all].map(([label, share]) => row(label, share)),
];

export function accuracyInWords(title: string, measured: readonly Measured[]): string {
  const scores = measured.map(({ score }) => score);
  const values = scores.flatMap((score) => score.values);
  const fields = fieldsOnly(values);
  const kinds = measured.flatMap(({ made, score }) => score.kinds.map((kind) => ({ ...kind, medium: made.medium })));
  const rows = sumRows(scores);
  const wrong = kinds.filter(({ truth, read }) => truth !== read);
  const extra = scores.reduce((sum, score) => sum + score.extraDocuments, 0);
  const isRight = ({ right }: ValueLine) => right;
  return [
    `\n== ${title}: ${measured.length} files, ${kinds.length} documents, ${values.length} values`,
    ...group(
      'Kind of document by medium',
      shares(
        kinds,
        ({ medium }) => medium,
        ({ truth, read }) => truth === read,
      ),
    ),
    row('all', { right: kinds.length - wrong.length, all: kinds.length }),
    ...wrong.map(({ truth, read, document }) => `    ${truth} read as ${read ?? 'nothing'}: ${document}`),
    `  documents found that are not there: ${extra}`,
    ...group(
      'Fields by medium',
      shares(fields, ({ medium }) => medium, isRight),
    ),
    row('all', { right: fields.filter(isRight).length, all: fields.length }),
    ...group(
      'Fields by name',
      shares(fields, ({ field }) => field, isRight),
    ),
    ...group(
      'Fields by kind and medium',
      shares(fields, ({ kind, medium }) => `${kind} / ${medium}`, isRight),
    ),
    ...group(
      'Values of training rows by medium',
      shares(
        values.filter((one) => one.row !== null),
        ({ medium }) => medium,
        isRight,
      ),
    ),
    ...group(
      'Values of training rows by name',
      shares(
        values.filter((one) => one.row !== null),
        ({ field }) => field,
        isRight,
      ),
    ),
    '\nTraining rows of reports',
    row('found (recall)', { right: rows.found, all: rows.wanted }),
    row('are there (precision)', { right: rows.found, all: rows.read }),
    row('title, day and hours right', { right: rows.right, all: rows.wanted }),
    ...sureness(values),
  ].join('\n');
}

function sureness(values: readonly ValueLine[]): string[] {
  const errors = confidentErrors(values);
  const bins = calibrationOf(values).map(
    ({ from, to, n, mean, right }) =>
      `  ${from.toFixed(2)} - ${to.toFixed(2)}   n ${String(n).padStart(5)}   mean ${mean.toFixed(3)}   right ${percent(right)}`,
  );
  const listed = errors.map(
    (one) =>
      `  ${one.document} ${one.row === null ? '' : `row ${one.row} `}${one.field}: ${JSON.stringify(one.value)} instead of ${JSON.stringify(one.truth)} (${one.confidence})`,
  );
  return [
    '\nConfidence against correctness',
    ...bins,
    `\nConfident errors (wrong at 0.9 or more): ${errors.length} of ${values.length} values`,
    ...listed,
  ];
}

export function costsInWords(costs: readonly Cost[]): string {
  const lines = costs.map(({ medium, pages, seconds }) => {
    const each =
      seconds === null || pages === 0 ? 'not known on this system' : `${(seconds / pages).toFixed(2)} s a page`;
    return `  ${medium.padEnd(14)} ${String(pages).padStart(4)} pages   ${each}`;
  });
  return ['\nProcessor time by medium (this program and its children)', ...lines].join('\n');
}
