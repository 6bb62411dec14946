import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knowSender } from '#functions/open-mail/know-sender.ts';
import { makeContainedMailVerifier } from '#shared/adapters/local/contained-mail-verifier.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { headersOnly } from '#shared/mail/open-mail.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { anotherServer, aPlainMail, aZone, evilServer, received, signedBy } from '#test/builders/a-dkim-mail.ts';
import { dana } from '#test/builders/a-judged-mail.ts';

const records = openSqliteRecordStore(':memory:');
const mailVerifier = makeContainedMailVerifier({ names: { from: 'zone', zone: aZone }, pausesMs: [] });
beforeAll(() => putSpecialist(records, { ...dana, email: 'pat@good.test' }));
afterAll(async () => {
  await mailVerifier.close();
  records.close();
});

async function known(raw: Uint8Array, remoteAddress: string) {
  const mail = headersOnly(raw);
  if (mail === null) throw new Error('there is no mail');
  return knowSender({ records, mailVerifier }, received(raw, { remoteAddress, mailFrom: 'a@evil.test' }), mail);
}

const boast = [
  'Received: from a by mx.state.org with ESMTPS; Tue, 1 Dec 2026 09:00:01 -0600',
  'Authentication-Results: mx.state.org; dmarc=pass',
];

describe('what is kept with a mail of how far its sender was known that day', () => {
  test('the address on file, proved by a signature', async () => {
    const mail = await known(await signedBy('good.test', aPlainMail({})), anotherServer);

    expect(mail).toMatchObject({ authentication: 'pass', sender: { level: 'address-on-file', isOnFile: true } });
  });

  test('the domain alone, where the address is on nobody’s file', async () => {
    const mail = await known(
      await signedBy('good.test', aPlainMail({ from: 'somebody.else@good.test' })),
      anotherServer,
    );

    expect(mail).toMatchObject({ authentication: 'pass', sender: { level: 'domain', isOnFile: false } });
  });

  test('B148: nothing, where the mail itself says that it passed and its domain disowns it', async () => {
    const mail = await known(aPlainMail({ headers: boast }), evilServer);

    expect(mail.authentication).toBe('fail');
    expect(mail.sender).toMatchObject({ level: 'none', isOnFile: true, check: { by: 'ourselves', policy: 'reject' } });
  });
});
