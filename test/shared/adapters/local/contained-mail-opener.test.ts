import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeContainedMailOpener } from '#shared/adapters/local/contained-mail-opener.ts';
import { aFile, aMail, aPdf, aText } from '#test/shared/mail/a-mail.ts';

const folder = new URL('../../../../../shared/mails/never-settles/', import.meta.url);
const opener = makeContainedMailOpener({ deadlineMs: 10_000 });
const small = makeContainedMailOpener({ rssBytesMax: 30 * 2 ** 20 });
const hasty = makeContainedMailOpener({ deadlineMs: 1 });

beforeAll(async () => {
  await opener.open(aMail([aText('warm up')]));
});
afterAll(async () => {
  await Promise.all([opener.close(), small.close(), hasty.close()]);
});

function neverSettling(): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
}

test('a mail opened in a child brings its files and facts back', async () => {
  const opened = await opener.open(aMail([aText('Here it is.'), aFile(aPdf, 'form.pdf')]));

  expect(opened).toMatchObject({ outcome: 'opened', mail: { subject: 'my form', bodyText: 'Here it is.' } });
  expect(opened.outcome === 'opened' && opened.files.map((file) => Buffer.from(file.bytes))).toEqual([aPdf]);
});

describe.skipIf(neverSettling().length === 0)('mails on which one library never answers', () => {
  test.each(neverSettling())('%s comes to an end that a person sees', async (name) => {
    const opened = await opener.open(readFileSync(new URL(name, folder)));

    const isSeen =
      opened.outcome === 'refused' || opened.concerns.length > 0 || opened.files.some((file) => file.refused);
    expect(isSeen).toBe(true);
  });
});

test.each([
  ['memory', small],
  ['time', hasty],
])('a mail that breaks the limit of %s is refused with its headers, not lost', async (_limit, limited) => {
  const opened = await limited.open(aMail([aFile(Buffer.alloc(5_000_000, 7), 'big.bin')]));

  expect(opened).toMatchObject({
    outcome: 'refused',
    quarantine: false,
    reason: { code: 'needs-human-decision' },
    mail: { from: 'pat@example.org', subject: 'my form', bodyText: '' },
  });
});
