import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { makeDirectMailOpener } from '#shared/adapters/aws/direct-mail-opener.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { runInputSchema } from '#shared/workflow/steps.ts';
import { makeOpenMail } from './open-mail.ts';

const stores = openAwsStores(readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME']));
const step = makeOpenMail({ ...stores, clock: lambdaClock, mailOpener: makeDirectMailOpener() });

export const handler = async (event: unknown) => step(runInputSchema.parse(event));
