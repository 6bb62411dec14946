import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { overItsRows } from '#shared/records/own-space.ts';
import { plainHandler } from '#shared/telemetry/without-words.ts';
import { fileInputSchema } from '#shared/workflow/steps.ts';
import { makeSortDocuments } from './sort-documents.ts';

const step = overItsRows(makeSortDocuments, openAwsStores(readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME'])));

export const handler = plainHandler(async (event: unknown) => step(fileInputSchema.parse(event)));
