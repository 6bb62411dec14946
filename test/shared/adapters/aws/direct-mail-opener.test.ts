import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeDirectMailOpener } from '#shared/adapters/aws/direct-mail-opener.ts';

describe('opening a mail inside its own Lambda', () => {
  it('gives the facts and files of the mail', async () => {
    const raw = readFileSync('test/fixtures/mail/01-fillable-form.eml');

    const opened = await makeDirectMailOpener().open(new Uint8Array(raw));

    expect(opened).toMatchObject({ outcome: 'opened', mail: { from: 'adele.thibodeaux@mail.example.com' } });
  });

  it('answers in time with a refusal and the headers when the parser does not', async () => {
    const raw = readFileSync('test/fixtures/mail/07-zip-of-everything.eml');

    const opened = await makeDirectMailOpener(0).open(new Uint8Array(raw));

    expect(opened).toMatchObject({ outcome: 'refused', quarantine: false, reason: { code: 'unsafe-file' } });
    expect(opened.mail?.from).toMatch(/@/);
  });
});
