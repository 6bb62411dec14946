import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSesMailSender } from '#shared/adapters/aws/ses-mail-sender.ts';
import { type Answer, answeringServer } from '#test/contracts/answering-server.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { anAnswer, mailSenderContract } from '#test/contracts/mail-sender.contract.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';

const from = 'ce@peer-credentials.example.org';

describe.skipIf(!hasMoto)('SES, against moto', () => {
  let moto: Moto;
  let client: SESv2Client;
  beforeAll(async () => {
    moto = await startMoto();
    client = new SESv2Client(clientOf(moto.endpoint));
    await client.send(new CreateEmailIdentityCommand({ EmailIdentity: from }));
  });
  afterAll(() => moto?.stop());

  /** moto shows what it took under /moto-api; only since the last `open`. */
  const mailsAt = async () => {
    const answer = await fetch(`${moto.endpoint}/moto-api/data.json`);
    const data = z
      .object({ ses: z.record(z.string(), z.array(z.unknown())) })
      .loose()
      .parse(await answer.json());
    return Object.values(data.ses).flat();
  };

  mailSenderContract(async () => ({ sender: openSesMailSender(from, client), sent: async () => null }));

  it('takes the mail, and refuses a sender that was never verified', async () => {
    await openSesMailSender(from, client).send(anAnswer());
    expect((await mailsAt()).length).toBeGreaterThan(0);
    const stranger = openSesMailSender('stranger@example.net', client);
    await expect(stranger.send(anAnswer())).rejects.toMatchObject({ name: 'GiveUp' });
  });
});

describe('what SES is sent, and what it says', () => {
  const requestSchema = z.object({
    FromEmailAddress: z.string(),
    Destination: z.object({ ToAddresses: z.array(z.string()) }),
    Content: z.object({ Raw: z.object({ Data: z.string() }) }),
    EmailTags: z.array(z.object({ Name: z.string(), Value: z.string().regex(/^[0-9a-f]{64}$/) })),
  });

  describe('as raw mail', () => {
    mailSenderContract(async () => {
      const server = await answeringServer(() => ({ status: 200, body: { MessageId: 'taken' } }));
      return {
        sender: openSesMailSender(from, new SESv2Client(clientOf(server.endpoint))),
        sent: async () => {
          await server.close();
          return server.requests.map((request) =>
            Buffer.from(requestSchema.parse(request).Content.Raw.Data, 'base64').toString('latin1'),
          );
        },
      };
    });
  });

  it('every mail bears the hash of its Message-ID, since SES puts an own one in its place', async () => {
    const server = await answeringServer(() => ({ status: 200, body: { MessageId: 'taken' } }));
    const sender = openSesMailSender(from, new SESv2Client(clientOf(server.endpoint)));
    await sender.send(anAnswer());
    await sender.send(anAnswer());
    const tags = server.requests.map((request) => requestSchema.parse(request).EmailTags);
    expect(tags[0]).toEqual(tags[1]);
    await server.close();
  });

  it.each([
    ['TooManyRequestsException', 429, 'Paced'],
    ['LimitExceededException', 400, 'Paced'],
    ['SendingPausedException', 400, 'TryAgain'],
    ['MailFromDomainNotVerifiedException', 400, 'TryAgain'],
    ['MessageRejected', 400, 'GiveUp'],
    ['BadRequestException', 400, 'GiveUp'],
    ['InternalFailure', 500, 'TryAgain'],
  ])('%s means that the mail is not sent: %i, %s', async (type, status, name) => {
    const said: Answer = { status, body: { message: 'dana@example.com' }, headers: { 'x-amzn-errortype': type } };
    const server = await answeringServer(() => said);
    const sender = openSesMailSender(from, new SESv2Client(clientOf(server.endpoint)));
    const fault = await sender.send(anAnswer()).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name });
    expect(String(fault)).not.toContain('dana');
    await server.close();
  });
});
