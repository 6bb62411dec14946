import { join } from 'node:path';
import { billOf } from '#infra/aws/cost/cost-in-lines.ts';
import { corpusOf } from '#test/corpus/corpus-folder.ts';
import { chanceOf } from '#test/corpus/make/chance.ts';
import { planCorpus } from '#test/corpus/make/plan.ts';
import { measureAll } from '#test/corpus/measure.ts';
import { openCorpusReader } from '#test/corpus/read-corpus.ts';
import { confidentErrors, fieldsOnly, shareOf, shares } from '#test/corpus/tally.ts';
import { decisionRows } from './decision-rows.ts';
import { type Asked, type Row, rounded, row } from './row.ts';

const folder = join(import.meta.dirname, '../../../dist/corpus');
const workload = { submissions: 12_000, pages: 6, pictures: 3 };

/** Accuracy on a tenth of the held layouts, and what a submission costs on AWS. `npm run accuracy` is the long form, with floors. */
export async function costSection(asked: Asked): Promise<Row[]> {
  const planned = planCorpus(1).filter(
    ({ layout, name }) => layout.split === 'held' && chanceOf(`bench ${name}`).is(1 / 5),
  );
  asked.tell(`accuracy: ${planned.length} files of held layouts`);
  const corpus = await corpusOf(planned, { folder });
  const reader = await openCorpusReader();
  const { measured } = await measureAll(reader, corpus, (done, all) => {
    if (done % 10 === 0) asked.tell(`accuracy: read ${done} of ${all}`);
  });
  await reader.close();
  const values = measured.flatMap(({ score }) => score.values);
  const fields = fieldsOnly(values);
  const byMedium = shares(
    fields,
    ({ medium }) => medium,
    ({ right }) => right,
  );
  const wrong = confidentErrors(values).length;
  return [
    ...[...byMedium].map(([medium, share]) =>
      row({
        ...{ id: `cost.fields-${medium}`, what: `fields read right, ${medium}, held layouts` },
        ours: { value: rounded((shareOf(share) ?? Number.NaN) * 100, 1), unit: `% of ${share.all}` },
      }),
    ),
    row({
      ...{ id: 'cost.sure-and-wrong', what: 'values that the machine was sure of and wrong' },
      ours: { value: wrong, unit: `of ${values.length}` },
    }),
    ...(await decisionRows(asked)),
    billRow(),
  ];
}

function billRow(): Row {
  const bill = billOf(workload);
  return row({
    ...{
      id: 'cost.submission',
      what: `a submission of ${workload.pages} pages on AWS, ${workload.pictures} of them pictures`,
    },
    ours: { value: rounded(bill.submission, 4), unit: 'dollars' },
    peer: { name: 'forms and tables on each page', value: rounded(bill.plainReading, 4), unit: 'dollars' },
    ratio: {
      middle: bill.submission / bill.plainReading,
      least: bill.submission / bill.plainReading,
      most: bill.submission / bill.plainReading,
    },
    more: { 'a year of 12,000': rounded(bill.year, 2), 'prices of': bill.pricesAsOf },
  });
}
