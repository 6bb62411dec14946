import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSmtpMailSender } from '#shared/adapters/local/smtp-mail-sender.ts';
import { AddressRefused } from '#shared/domain/faults.ts';
import { anAnswer, mailSenderContract } from '#test/contracts/mail-sender.contract.ts';

/** What the relay says to a recipient: 0 is "yes". */
let answer = 0;
let words = 'dana@example.com is not welcome';
let sent: { raw: string; to: string[]; from: string }[] = [];

const relay = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onRcptTo: (_address, _session, done) =>
    done(answer === 0 ? null : Object.assign(new Error(words), { responseCode: answer })),
  onData(stream, session, done) {
    const chunks: Uint8Array[] = [];
    stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      sent.push({
        raw: Buffer.concat(chunks).toString('latin1'),
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
      });
      done();
    });
  },
});

describe('the SMTP relay', () => {
  let port = 0;
  const sender = () => openSmtpMailSender({ host: '127.0.0.1', port, from: 'ce@peer-credentials.example.org' });
  beforeAll(async () => {
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    const address = relay.server.address();
    if (address !== null && typeof address !== 'string') port = address.port;
  });
  afterAll(() => new Promise<void>((resolve) => relay.close(() => resolve())));
  beforeEach(() => {
    sent = [];
    answer = 0;
    words = 'dana@example.com is not welcome';
  });

  mailSenderContract(async () => ({ sender: sender(), sent: async () => sent.map(({ raw }) => raw) }));

  it('is told sender and recipient outside of the mail', async () => {
    await sender().send(anAnswer());
    expect(sent[0]).toMatchObject({ from: 'ce@peer-credentials.example.org', to: ['dana@example.com'] });
  });

  it.each([
    [421, 'TryAgain'],
    [450, 'TryAgain'],
    [452, 'TryAgain'],
    [550, 'GiveUp'],
    [554, 'GiveUp'],
  ])('that answers %i means %s, without its words', async (code, name) => {
    answer = code;
    const fault = await sender()
      .send(anAnswer())
      .catch((error: unknown) => error);
    expect(fault).toMatchObject({ name });
    expect(String(fault)).not.toContain('dana');
  });

  it.each([
    [550, '5.1.1 no such user', true],
    [550, 'mailbox unavailable', true],
    [553, '5.1.3 bad address', true],
    [550, '5.7.1 relaying denied', false],
    [554, '5.7.1 you are on a list', false],
    [552, '5.2.2 mailbox full', false],
    [450, '4.2.1 try later', false],
  ])('that says %i %s tells of the address itself: %s', async (code, said, isAboutAddress) => {
    [answer, words] = [code, said];
    const fault = await sender()
      .send(anAnswer())
      .catch((error: unknown) => error);
    expect(fault instanceof AddressRefused).toBe(isAboutAddress);
  });

  it('that is not there may be there later', async () => {
    const nobody = openSmtpMailSender({ host: '127.0.0.1', port: 1, from: 'ce@peer-credentials.example.org' });
    await expect(nobody.send(anAnswer())).rejects.toMatchObject({ name: 'TryAgain' });
  });

  it('without TLS is never told the password', async () => {
    const login = { user: 'desk', password: 'secret' };
    const careful = openSmtpMailSender({ host: '127.0.0.1', port, from: 'ce@peer-credentials.example.org', login });
    await expect(careful.send(anAnswer())).rejects.toMatchObject({ name: 'TryAgain' });
    expect(sent).toEqual([]);
  });
});
