import { z } from 'zod';
import { GiveUp, KeyRefused, Paced, TryAgain } from '#shared/domain/faults.ts';

/** What the SDK throws, as far as it matters here. Network errors of Node carry a `code` instead of metadata. */
const sdkErrorSchema = z.object({
  name: z.string(),
  code: z.string().optional(),
  /** looked at for the name of a right only; never kept */
  message: z.string().optional().catch(undefined),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional(),
  $retryable: z.object({ throttling: z.boolean().optional() }).optional(),
});

/** Only so many may ask in a second, or be open at once. */
const paced = /Throttl|TooManyRequests|LimitExceeded|ThroughputExceeded|SlowDown/;
/** As S3 ("KMS.DisabledException"), SQS ("KmsDisabled") and others call what a key of ours says. */
const ofKey = /^KMS|^Kms/;
/** Without a name of its own: a right to a key that is missing. */
const denied = /^AccessDenied/;
const rightToKey = /\bkms:[A-Z]|\bKMS key\b/;
/** Busy or cut off: nothing is wrong with what was asked. */
const passing =
  /Timeout|RequestTimeTooSkewed|ExpiredToken|CredentialsProviderError|TransactionConflict|TransactionInProgress|ConditionalRequestConflict|OperationAborted|SendingPaused|AccountSuspended|MailFromDomainNotVerified|InternalServ|ServiceUnavailable/;
const passingStatuses = new Set([408, 425]);
const tooMany = 429;

/** The SDK's name of the error ("ThrottlingException"), or "Error". Its message may repeat content and is not used. */
export function errorNameOf(error: unknown): string {
  return sdkErrorSchema.safeParse(error).data?.name ?? 'Error';
}

/** What the SDK answered, checked: services and their imitations do not always send what the SDK's types say. */
export function answerOf<Answer>(schema: z.ZodType<Answer>, answer: unknown): Answer {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new GiveUp('an AWS service answered in an unknown shape');
  return parsed.data;
}

/** Turns what an SDK call threw into one of our faults; faults pass through. */
export function faultOf(error: unknown): TryAgain | GiveUp {
  if (error instanceof TryAgain || error instanceof GiveUp) return error;
  const { data } = sdkErrorSchema.safeParse(error);
  if (!data) return new GiveUp('an AWS service failed in an unknown way');
  const status = data.$metadata?.httpStatusCode;
  const said = `${data.name}${status === undefined ? '' : ` ${status}`}`;
  if (isPaced(data)) return new Paced(`AWS takes no more of these now (${said})`);
  if (isAboutKey(data)) return new KeyRefused(`a key cannot be used (${said})`);
  return isPassing(data) ? new TryAgain(`AWS could not do it now (${said})`) : new GiveUp(`AWS refused (${said})`);
}

function isAboutKey({ name, message = '' }: z.infer<typeof sdkErrorSchema>): boolean {
  return ofKey.test(name) || (denied.test(name) && rightToKey.test(message));
}

function isPaced({ name, $metadata, $retryable }: z.infer<typeof sdkErrorSchema>): boolean {
  return paced.test(name) || $metadata?.httpStatusCode === tooMany || $retryable?.throttling === true;
}

function isPassing({ name, code, $metadata, $retryable }: z.infer<typeof sdkErrorSchema>): boolean {
  const status = $metadata?.httpStatusCode;
  if ($retryable !== undefined || passing.test(name)) return true;
  if (status !== undefined) return status >= 500 || passingStatuses.has(status);
  // never reached the service: refused, reset, no name found
  return code !== undefined && /^E[A-Z_]+$/.test(code);
}
