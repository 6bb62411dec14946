import { openAwsStores } from '#shared/adapters/aws/aws-stores.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { streamedAnswers } from '#shared/adapters/aws/streamed-answers.ts';
import { readLambdaSettings } from '#shared/config/settings.ts';
import { makeOriginals } from './originals.ts';

const settings = readLambdaSettings(['TABLE_NAME', 'BUCKET_NAME']);

export const handler = streamedAnswers(makeOriginals({ ...openAwsStores(settings), clock: lambdaClock }));
