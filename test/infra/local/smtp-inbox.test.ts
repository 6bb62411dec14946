import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { type SmtpInbox, type SmtpInboxOptions, startSmtpInbox } from '#infra/local/smtp-inbox.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';

type Delivery = Parameters<SmtpInboxOptions['receive']>[0];
const inboxes: SmtpInbox[] = [];

afterEach(async () => {
  await Promise.all(inboxes.splice(0).map((inbox) => inbox.stop()));
});

async function anInbox(options: Partial<SmtpInboxOptions> = {}) {
  const taken: Delivery[] = [];
  const logged: string[] = [];
  const inbox = await startSmtpInbox({
    port: 0,
    recipients: ['intake@example.test'],
    receive: async (delivery) => taken.push(delivery),
    now: () => '2026-12-20T15:00:00.000Z',
    log: { info: (fields) => logged.push(JSON.stringify(fields)) },
    ...options,
  });
  inboxes.push(inbox);
  return { inbox, taken, logged };
}

async function send(port: number, to: string, text = 'hello', from = 'pat@example.org') {
  const client = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    const sent = await client.sendMail({ envelope: { from, to }, from: 'pat@example.org', to, subject: 'x', text });
    return sent.response;
  } catch (fault) {
    return fault instanceof Error ? fault.message : '';
  } finally {
    client.close();
  }
}

test('B287: a mail is taken with its envelope and acknowledged', async () => {
  const { inbox, taken } = await anInbox();

  const response = await send(inbox.port, 'intake+tag@example.test', 'hello', '');

  expect(response).toMatch(/^250/);
  expect(taken).toHaveLength(1);
  expect(taken[0]?.envelope).toEqual({
    mailFrom: '',
    helo: '[127.0.0.1]',
    recipients: ['intake+tag@example.test'],
    remoteAddress: '127.0.0.1',
    receivedAt: '2026-12-20T15:00:00.000Z',
    receivedBy: 'clock',
  });
  expect(Buffer.from(taken[0]?.raw ?? []).toString()).toContain('hello');
});

test('the acknowledgement waits until the mail is durable, and stopping waits for it too', async () => {
  const kept = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const { inbox } = await anInbox({
    receive: async () => {
      begun.resolve();
      await kept.promise;
    },
  });
  const events: string[] = [];

  const sending = send(inbox.port, 'intake@example.test').then((response) => events.push(response.slice(0, 3)));
  await begun.promise;
  const stopping = inbox.stop().then(() => events.push('stopped'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(events).toEqual([]);
  kept.resolve();
  await Promise.all([sending, stopping]);

  expect(events.sort()).toEqual(['250', 'stopped']);
});

test('B284: an unknown recipient is refused in the dialogue', async () => {
  const { inbox, taken } = await anInbox();

  const response = await send(inbox.port, 'somebody@example.test');

  expect(response).toContain('550');
  expect(taken).toEqual([]);
});

test('B012, B288: a mail over the limit is refused for good, whether its size was announced or not', async () => {
  const { inbox, taken } = await anInbox({ bytesMax: 2000 });

  const announced = await send(inbox.port, 'intake@example.test', 'x'.repeat(5000));
  const unannounced = await talk(inbox.port, `${'y'.repeat(70)}\r\n`.repeat(100));

  expect(announced).toContain('552');
  expect(unannounced).toContain('552');
  expect(taken).toEqual([]);
});

test('B252: trouble of our own is never a permanent refusal', async () => {
  const busy = await anInbox({ receive: () => Promise.reject(new TryAgain('busy')) });
  const full = await anInbox({ receive: () => Promise.reject(new GiveUp('disk full at /data/pat')) });

  const responses = [
    await send(busy.inbox.port, 'intake@example.test'),
    await send(full.inbox.port, 'intake@example.test'),
  ];

  expect(responses[0]).toContain('451');
  expect(responses[1]).toContain('452');
  expect(responses[1]).not.toContain('/data');
  expect([...busy.logged, ...full.logged].join()).not.toMatch(/pat|example/);
});

test('B281: a client that goes away in the middle of a mail leaves nothing behind', async () => {
  const { inbox, taken } = await anInbox();

  await new Promise<void>((resolve) => {
    const socket = connect(inbox.port, '127.0.0.1');
    socket.write('EHLO x\r\nMAIL FROM:<a@b.org>\r\n');
    setTimeout(() => socket.write('RCPT TO:<intake@example.test>\r\n'), 50);
    setTimeout(() => socket.write('DATA\r\n'), 100);
    setTimeout(() => socket.write('From: a@b.org\r\n\r\nhalf a', () => socket.destroy()), 150);
    socket.on('close', () => resolve());
  });
  await inbox.stop();

  expect(taken).toEqual([]);
});

/** A client that announces no size. */
function talk(port: number, body: string): Promise<string> {
  const lines = ['EHLO x', 'MAIL FROM:<a@b.org>', 'RCPT TO:<intake@example.test>', 'DATA', `${body}.`, 'QUIT'];
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => {
      said += chunk.toString();
      if (/^\d{3} [^\n]*\n$/m.test(chunk.toString())) socket.write(`${lines.shift() ?? ''}\r\n`);
    });
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}
