import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { fileInputSchema } from '#shared/workflow/steps.ts';
import { makeReadFields } from './read-fields.ts';

const step = makeReadFields({
  ...openAwsStores(readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME'])),
  documentReader: { draw: async () => null },
  secondReader: { engine: 'none', readPlaces: async () => [] },
});

export const handler = async (event: unknown) => step(fileInputSchema.parse(event));
