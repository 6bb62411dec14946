import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type SmtpInbox, type SmtpInboxOptions, startSmtpInbox } from '#infra/local/smtp-inbox.ts';

type Delivery = Parameters<SmtpInboxOptions['receive']>[0];
const open: { inboxes: SmtpInbox[]; sockets: Socket[] } = { inboxes: [], sockets: [] };

afterEach(async () => {
  for (const socket of open.sockets.splice(0)) socket.destroy();
  await Promise.all(open.inboxes.splice(0).map((inbox) => inbox.stop()));
});

async function anInbox(options: Partial<SmtpInboxOptions> = {}) {
  const taken: Delivery[] = [];
  const inbox = await startSmtpInbox({
    port: 0,
    recipients: ['intake@example.test'],
    receive: async (delivery) => taken.push(delivery),
    log: { info: () => undefined },
    ...options,
  });
  open.inboxes.push(inbox);
  return { inbox, taken };
}

function reach(port: number, address = '127.0.0.1'): Socket {
  const socket = connect(port, address);
  socket.on('error', () => undefined);
  open.sockets.push(socket);
  return socket;
}

/** All that the server says, until it hangs up. */
function heardUntilClose(socket: Socket): Promise<string> {
  let said = '';
  return new Promise((resolve) => {
    socket.on('data', (chunk) => {
      said += chunk.toString();
    });
    socket.on('close', () => resolve(said));
  });
}

/** Says one line after each answer; the last one is the mail with its end, and what follows. */
function talk(port: number, lines: readonly string[]): Promise<string> {
  const socket = reach(port);
  const left = [...lines];
  socket.on('data', (chunk) => {
    const next = /^\d{3} [^\n]*\n$/m.test(chunk.toString()) ? left.shift() : undefined;
    if (next !== undefined) socket.write(Buffer.from(`${next}\r\n`, 'latin1'));
  });
  return heardUntilClose(socket);
}

const greeting = ['EHLO x', 'MAIL FROM:<a@b.org>', 'RCPT TO:<intake@example.test>', 'DATA'];
const second = 'MAIL FROM:<evil@b.org>\r\nRCPT TO:<intake@example.test>\r\nDATA\r\nSubject: two\r\n\r\nsmuggled';

describe('what looks like the end of a mail and is none', () => {
  test.each([
    ['LF.LF', '\n.\n'],
    ['LF.CRLF', '\n.\r\n'],
    ['CRLF.LF', '\r\n.\n'],
    ['CR.CRLF', '\r.\r\n'],
    ['CR.CR', '\r.\r'],
    ['CRLF.CR', '\r\n.\r'],
    ['NUL', '\r\n\0.\r\n'],
  ])('B280: %s lets no second mail be smuggled in', async (_name, end) => {
    const { inbox, taken } = await anInbox();

    await talk(inbox.port, [...greeting, `Subject: one\r\n\r\nhello${end}${second}\r\n.`, 'QUIT']);

    expect(taken).toHaveLength(1);
    expect(taken.map(({ envelope }) => envelope.mailFrom)).toEqual(['a@b.org']);
  });
});

test('B282: who talks before the greeting is refused', async () => {
  const { inbox, taken } = await anInbox();
  const socket = reach(inbox.port);
  socket.write('EHLO early\r\nMAIL FROM:<a@b.org>\r\n');

  expect(await heardUntilClose(socket)).toMatch(/^421/);
  expect(taken).toEqual([]);
});

test('B283: who says nothing more is put out, and others are served meanwhile', async () => {
  const { inbox, taken } = await anInbox({ silenceMsMax: 400 });
  const slow = reach(inbox.port);
  const ended = heardUntilClose(slow);
  slow.on('connect', () => slow.write('EHL'));

  await talk(inbox.port, [...greeting, 'Subject: x\r\n\r\nhello\r\n.', 'QUIT']);

  expect(taken).toHaveLength(1);
  expect(await ended).toContain('421');
});

test('B285: the fifty-first client at once is asked to come later, and the others are served', async () => {
  const { inbox, taken } = await anInbox();
  const greetings = await Promise.all(Array.from({ length: 60 }, () => firstWord(reach(inbox.port))));

  expect(greetings.filter((code) => code === '220')).toHaveLength(50);
  expect(greetings.filter((code) => code === '421')).toHaveLength(10);

  for (const socket of open.sockets.splice(0)) socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await talk(inbox.port, [...greeting, 'Subject: x\r\n\r\nhello\r\n.', 'QUIT']);
  expect(taken).toHaveLength(1);
});

test('B012: a mail one byte over the limit is refused for good, and one at the limit is taken', async () => {
  const body = (bytes: number) => `${'x'.repeat(bytes - 2)}\r\n.`;
  const { inbox, taken } = await anInbox({ bytesMax: 1000 });

  const whole = await talk(inbox.port, [...greeting, body(1000), 'QUIT']);
  const over = await talk(inbox.port, [...greeting, body(1001), 'QUIT']);

  expect(whole).not.toContain('552');
  expect(over).toContain('552');
  expect(taken.map(({ raw }) => raw.length)).toEqual([1000]);
});

test('B288: a mail that announces more than the limit is refused before it is sent', async () => {
  const { inbox } = await anInbox();

  expect(await talk(inbox.port, ['EHLO x', 'MAIL FROM:<a@b.org> SIZE=99999999', 'QUIT'])).toContain('552');
});

function firstWord(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('data', (chunk) => resolve(chunk.toString().slice(0, 3)));
    socket.once('close', () => resolve('closed'));
  });
}
