import { afterAll, describe, expect, it, test } from 'vitest';
import { makeContainedMailVerifier } from '#shared/adapters/local/contained-mail-verifier.ts';
import {
  anotherServer,
  aPlainMail,
  aZone,
  evilServer,
  goodServer,
  received,
  signedBy,
} from '#test/builders/a-dkim-mail.ts';
import { aNameServer } from '#test/builders/a-name-server.ts';
import { mailVerifierContract, withLines } from '#test/contracts/mail-verifier.contract.ts';

const verifier = makeContainedMailVerifier({ names: { from: 'zone', zone: aZone }, pausesMs: [1, 1] });
afterAll(() => verifier.close());
const changed = (raw: Uint8Array, from: string, to: string) =>
  Buffer.from(Buffer.from(raw).toString('latin1').replace(from, to), 'latin1');
const unsigned = aPlainMail({});

describe('SPF, DKIM and DMARC looked up on this machine', () => {
  mailVerifierContract(async () => ({
    verifier,
    proved: received(await signedBy('good.test', unsigned)),
    forged: received(unsigned, { remoteAddress: evilServer }),
    unsaid: received(aPlainMail({ from: 'pat@bare.test' }), { remoteAddress: evilServer, mailFrom: 'pat@bare.test' }),
  }));

  it('proves a signed mail from the server that its domain names', async () => {
    const check = await verifier.verify(received(await signedBy('good.test', unsigned)));

    expect(check).toEqual({ by: 'ourselves', dmarc: 'pass', policy: 'reject', spf: 'pass', dkim: 'pass' });
  });

  it('B144: proves a mail that was forwarded by its signature alone', async () => {
    const check = await verifier.verify(
      received(await signedBy('good.test', unsigned), { remoteAddress: anotherServer }),
    );

    expect(check).toMatchObject({ dmarc: 'pass', spf: 'fail', dkim: 'pass' });
  });

  it('B140: a mail in the name of a domain that asks for refusal fails, and says so', async () => {
    const check = await verifier.verify(received(unsigned, { remoteAddress: evilServer, mailFrom: 'x@evil.test' }));

    expect(check).toMatchObject({ dmarc: 'fail', policy: 'reject' });
  });

  it('B141: the stranger’s own domain passes, the one in From does not', async () => {
    const raw = await signedBy('evil.test', unsigned);
    const check = await verifier.verify(received(raw, { remoteAddress: evilServer, mailFrom: 'a@evil.test' }));

    expect(check).toMatchObject({ dmarc: 'fail', spf: 'pass', dkim: 'pass', policy: 'reject' });
  });

  it('a domain that asks for nothing fails without asking for refusal', async () => {
    const raw = aPlainMail({ from: 'pat@easy.test' });

    expect(await verifier.verify(received(raw, { remoteAddress: evilServer }))).toMatchObject({
      dmarc: 'fail',
      policy: 'none',
    });
  });

  test.each([
    ['B145: a subject that was changed on the way', 'Subject: My report', 'Subject: [list] My report'],
    ['words added at the end of the body', 'Here it is.', 'Here it is.\r\nAnd pay me.'],
    ['another name on the From line', 'From: Pat', 'From: Not Pat'],
  ])('%s breaks the signature', async (_what, before, after) => {
    const raw = changed(await signedBy('good.test', unsigned), before, after);

    expect(await verifier.verify(received(raw, { remoteAddress: anotherServer }))).toMatchObject({ dmarc: 'fail' });
  });

  it('a signature over the beginning of a body proves nothing of what follows it', async () => {
    const raw = await signedBy('good.test', unsigned, 5);
    const longer = Buffer.concat([raw, Buffer.from('and more that nobody signed\r\n')]);

    expect(await verifier.verify(received(longer, { remoteAddress: anotherServer }))).toMatchObject({
      dmarc: 'policy',
    });
  });

  test.each([
    ['whose name servers do not answer', 'pat@slow.test', 'slow.test'],
    ['whose key cannot be fetched, while its server is another', 'pat@half.test', 'half.test'],
  ])('B146: a domain %s proves nothing and disproves nothing', async (_what, from, domain) => {
    const raw = await signedBy(domain, aPlainMail({ from }));

    expect(await verifier.verify(received(raw, { mailFrom: from }))).toMatchObject({ dmarc: 'temperror' });
  });

  it('B148: verdicts in the mail, also above everything else, are not read', async () => {
    const forged = Buffer.concat([
      Buffer.from('Received: from a by mx.state.org; Tue, 1 Dec 2026 09:00:01 -0600\r\n'),
      Buffer.from('Authentication-Results: mx.state.org; spf=pass; dkim=pass; dmarc=pass\r\n'),
      unsigned,
    ]);
    const mail = received(forged, { remoteAddress: evilServer, mailFrom: 'x@evil.test' });

    expect(await verifier.verify(withLines(mail, ['X-SES-Virus-Verdict: PASS']))).toMatchObject({ dmarc: 'fail' });
  });

  it('a bounce, which has no envelope sender, is held against the greeting', async () => {
    const zone = { ...aZone, 'mx.good.test': { TXT: [`v=spf1 ip4:${goodServer} -all`] } };
    const own = makeContainedMailVerifier({ names: { from: 'zone', zone }, pausesMs: [] });
    const check = await own.verify(received(unsigned, { mailFrom: '' }));
    await own.close();

    expect(check).toMatchObject({ spf: 'pass', dmarc: 'pass' });
  });

  it('ends where a mail asks for more than it may: hundreds of signatures of a silent domain', async () => {
    const [signature = ''] = (await signedBy('slow.test', aPlainMail({ from: 'a@slow.test' })))
      .toString('latin1')
      .split('\r\nFrom:');
    const many = Array.from({ length: 300 }, (_, at) => signature.replace('s=s1', `s=s${at}`)).join('\r\n');
    const raw = Buffer.concat([Buffer.from(`${many}\r\n`), aPlainMail({ from: 'a@slow.test' })]);

    expect(await verifier.verify(received(raw))).toMatchObject({ by: 'ourselves' });
  });
});

describe('name servers', () => {
  const { 'good.test': domain, 's1._domainkey.good.test': key, '_dmarc.good.test': policy } = aZone;
  const known = { 'good.test': domain, 's1._domainkey.good.test': key, '_dmarc.good.test': policy };

  it('are asked by their address, from the child process too', async () => {
    const server = await aNameServer(known);
    const own = makeContainedMailVerifier({ names: { from: 'servers', servers: [server.address] } });
    const check = await own.verify(received(await signedBy('good.test', unsigned)));
    await Promise.all([own.close(), server.close()]);

    expect(check).toEqual({ by: 'ourselves', dmarc: 'pass', policy: 'reject', spf: 'pass', dkim: 'pass' });
  });

  it('B146: that fail are asked three times, and then a person has to look', async () => {
    const server = await aNameServer('broken');
    const names = { from: 'servers' as const, servers: [server.address] };
    const own = makeContainedMailVerifier({ names, pausesMs: [1, 1] });
    const check = await own.verify(received(await signedBy('good.test', unsigned)));
    await Promise.all([own.close(), server.close()]);

    expect(check).toMatchObject({ dmarc: 'temperror' });
    expect(server.asked.filter((name) => name === 's1._domainkey.good.test')).toHaveLength(3);
  });

  it('B146: that are not there prove nothing, in a bounded time', async () => {
    const server = await aNameServer({});
    await server.close();
    const names = { from: 'servers' as const, servers: [server.address] };
    const own = makeContainedMailVerifier({ names, lookupsMs: 300, pausesMs: [1, 1] });
    const check = await own.verify(received(await signedBy('good.test', unsigned)));
    await own.close();

    expect(check).toMatchObject({ by: 'ourselves', dmarc: 'temperror' });
  });
});
