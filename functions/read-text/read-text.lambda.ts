import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { readBundleFile } from '#shared/adapters/aws/bundle-file.ts';
import { makeDirectDocumentReader } from '#shared/adapters/aws/direct-document-reader.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { openTextractTextReader } from '#shared/adapters/aws/textract-text-reader.ts';
import { recordPace } from '#shared/adapters/record-pace.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { microdollarsOf } from '#shared/domain/price.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { fileInputSchema } from '#shared/workflow/steps.ts';
import { makeReadText } from './read-text.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME', 'READING_CEILING', 'TEXTRACT_PER_SECOND']);

const stores = openAwsStores(settings);
const pace = recordPace({
  ...{ records: stores.records, clock: lambdaClock },
  service: 'textract-detect',
  perSecond: settings.TEXTRACT_PER_SECOND,
});

const step = overItsRows(makeReadText, {
  ...stores,
  documentReader: makeDirectDocumentReader(readBundleFile('pdfium.wasm', import.meta.url)),
  textReader: { ...openTextractTextReader(), turn: pace.turn },
  readingCeiling: microdollarsOf(settings.READING_CEILING),
});

export const handler = plainHandler(async (event: unknown) => step(fileInputSchema.parse(event)));
