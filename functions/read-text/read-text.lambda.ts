import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { readBundleFile } from '#shared/adapters/aws/bundle-file.ts';
import { makeDirectDocumentReader } from '#shared/adapters/aws/direct-document-reader.ts';
import { openTextractTextReader } from '#shared/adapters/aws/textract-text-reader.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { fileInputSchema } from '#shared/workflow/steps.ts';
import { makeReadText } from './read-text.ts';

const step = makeReadText({
  ...openAwsStores(readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME'])),
  documentReader: makeDirectDocumentReader(readBundleFile('pdfium.wasm', import.meta.url)),
  textReader: openTextractTextReader(),
});

export const handler = async (event: unknown) => step(fileInputSchema.parse(event));
