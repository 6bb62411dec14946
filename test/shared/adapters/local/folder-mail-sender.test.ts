import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { anAnswer, mailSenderContract } from '#test/contracts/mail-sender.contract.ts';

const root = mkdtempSync(join(tmpdir(), 'outbox-'));
afterAll(() => rmSync(root, { recursive: true }));

const from = 'ce@peer-credentials.example.org';
const mailsIn = (dir: string) => readdirSync(dir).filter((name) => name.endsWith('.eml'));

describe('the outbox folder', () => {
  mailSenderContract(async () => {
    const dir = mkdtempSync(join(root, 'box-'));
    return {
      sender: openFolderMailSender(dir, from),
      sent: async () => mailsIn(dir).map((name) => readFileSync(join(dir, name), 'latin1')),
    };
  });

  it('holds one file for a mail sent twice, the first one', async () => {
    const dir = join(root, 'twice');
    const sender = openFolderMailSender(dir, from);
    await sender.send(anAnswer());
    const [name = ''] = mailsIn(dir);
    const before = readFileSync(join(dir, name));
    await openFolderMailSender(dir, from).send(anAnswer());
    expect(mailsIn(dir)).toEqual([name]);
    expect(readFileSync(join(dir, name)).equals(before)).toBe(true);
  });

  it('names its files by a hash, so that no Message-ID climbs out of the folder', async () => {
    const dir = join(root, 'climb');
    await openFolderMailSender(dir, from).send(anAnswer({ messageId: '../../../escaped@example.org' }));
    expect(mailsIn(dir)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.eml$/)]);
  });
});
