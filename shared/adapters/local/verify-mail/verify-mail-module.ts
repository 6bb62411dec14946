import { authenticate } from 'mailauth';
import { z } from 'zod';
import { checkWordOf, type SenderCheck } from '#shared/domain/sender-check.ts';
import { envelopeSchema } from '#shared/domain/submission.ts';
import { boundedResolver, namesSchema } from './resolver.ts';

const jobSchema = z.object({
  raw: z.instanceof(Uint8Array),
  envelope: envelopeSchema,
  names: namesSchema,
  millisecondsMax: z.number(),
});

const policySchema = z.enum(['none', 'quarantine', 'reject']).nullable().catch(null);

/** Runs in the child: one mail in, what SPF, DKIM and DMARC say of it. */
export async function answer(input: unknown): Promise<SenderCheck> {
  const { raw, envelope, names, millisecondsMax } = jobSchema.parse(input);
  const { remoteAddress, helo, mailFrom } = envelope;
  const { spf, dkim, dmarc } = await authenticate(Buffer.from(raw), {
    ...(remoteAddress === null ? {} : { ip: remoteAddress }),
    ...(helo === undefined ? {} : { helo }),
    sender: mailFrom,
    mta: 'intake',
    resolver: boundedResolver(names, millisecondsMax),
    trustReceived: false,
    rejectRsaSha1: true,
    disableArc: true,
    disableBimi: true,
  });
  const ofSpf = checkWordOf(spf ? spf.status.result : 'none');
  const signatures = dkim.results.map(({ status }) => checkWordOf(status.result));
  const found = { by: 'ourselves' as const, spf: ofSpf, dkim: bestOf(signatures) };
  if (!dmarc) return { ...found, dmarc: 'none', policy: null };
  const { alignment, status } = dmarc;
  const policy = policySchema.parse(dmarc.policy);
  if (status.result === 'pass') {
    // a signature that leaves the end of the body unsigned proves nothing about what stands there
    const isWhole = alignment.spf.result !== undefined || !alignment.dkim.underSized;
    return { ...found, dmarc: isWhole ? 'pass' : 'policy', policy };
  }
  // a name server that did not answer disproves nothing
  const isOpen = ofSpf === 'temperror' || signatures.includes('temperror');
  return { ...found, dmarc: isOpen ? 'temperror' : checkWordOf(status.result), policy };
}

function bestOf(signatures: readonly SenderCheck['spf'][]): SenderCheck['dkim'] {
  if (signatures.includes('pass')) return 'pass';
  return signatures.find((each) => each === 'temperror') ?? signatures[0] ?? 'none';
}
