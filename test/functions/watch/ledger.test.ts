import { spawnSync } from 'node:child_process';
import { readdirSync, unlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { accountNames, isConserved, missingFrom } from '#shared/domain/ledger.ts';
import { anOfficeWithMails, type Office } from '#test/builders/an-office-with-mails.ts';

const names = [
  '01-fillable-form',
  '10-certificate-missing',
  '14-cloud-link-only',
  '22-two-people-of-similar-name',
  '27-same-files-again',
  '28-out-of-office',
];
const clock = { now: () => '2026-12-21T09:00:00.000Z' };
const keySchema = z.array(z.object({ pk: z.string(), sk: z.string() }));

/**
 * What the ledger does not vouch for: how a run got on, and by which machine; by which sender a file is found, which the mails say too; the roster and the registers, which come from a file; readings kept only so
 * that the same file is not read twice; ends of audit trails, which `npm run audit` checks; how often an
 * address heard that its mail came; what the sweep makes again, which
 * its full look finds; and by which Message-ID a mail is found, which the mail's own row says too (without it a second mail of that name
 * goes unnoticed, but none is lost). Mails of before there were such notes have none, so a missing one proves nothing.
 */
const others =
  /^(?:RUN#|MACHINE#|READ#|FILE#[^ ]* BY#|CHAIN#|SUB#[^ ]* TOUCH|PERSON#[^ ]* (?:PROFILE|NAME#|EMAIL|TOUCHED|STANDING)|REGISTER|IMPORT|DESK#|RECEIPTS#|ANSWERS-TO#|MESSAGE-ID#)/;

let office: Office;
let keys: { pk: string; sk: string }[] = [];

beforeAll(async () => {
  office = await anOfficeWithMails(names);
  await office.take(await readFile(`test/fixtures/mail/${names[0]}.eml`));
  const database = new DatabaseSync(join(office.folder, 'records.sqlite'), { readOnly: true });
  keys = keySchema.parse(database.prepare('SELECT pk, sk FROM records ORDER BY pk, sk').all());
  database.close();
}, 60_000);
afterAll(() => office.close());

const prove = () => makeProveLedger({ ...office, clock })({ months: ['2026-12'], withStore: true });

describe('the ledger of an office whose mails went through the real machine', () => {
  test('adds up: what was received is filed, repeated, refused or in flight, and nothing is missing', async () => {
    const ledger = await prove();
    expect(ledger.faults).toEqual([]);
    expect(accountNames.map((name) => missingFrom(ledger.accounts[name]))).toEqual([0, 0, 0]);
    expect(isConserved(ledger)).toBe(true);
    expect(ledger.accounts.mails).toEqual({ received: 7, filed: 4, duplicates: 2, refused: 1, inFlight: 0 });
    expect(ledger.accounts.documents.received).toBeGreaterThan(5);
    expect(ledger.accounts.credits.filed).toBeGreaterThan(1);
  });

  test('finds any single row that is gone, and says of which mail or year', async () => {
    const vouched = keys.filter(({ pk, sk }) => !others.test(`${pk} ${sk}`));
    const unseen: string[] = [];
    const unnamed: string[] = [];
    for (const key of vouched) {
      const putBack = taken(key);
      const ledger = await prove();
      putBack();
      if (isConserved(ledger)) unseen.push(`${key.pk} ${key.sk}`);
      else if (ledger.faults.length === 0) unnamed.push(`${key.pk} ${key.sk}`);
    }
    expect(vouched.length).toBeGreaterThan(60);
    expect({ unseen, unnamed }).toEqual({ unseen: [], unnamed: [] });
    expect(isConserved(await prove())).toBe(true);
  }, 60_000);

  test('is proved by a command, which names what is gone and then does not end well', async () => {
    const command = () =>
      spawnSync(
        process.execPath,
        ['infra/local/ledger.ts', '--data', office.folder, '--from', '2026-11', '--to', '2026-12'],
        {
          encoding: 'utf8',
        },
      );
    const whole = command();
    expect(whole.stdout).toMatch(/^mails +7 +4 +2 +1 +0 +0$/m);
    expect(whole.stdout).toContain('It adds up');
    expect(whole.status).toBe(0);

    const id = office.mails.get('01-fillable-form') ?? '';
    const putBack = taken({ pk: `SUB#${id}`, sk: 'SUBMISSION' });
    const broken = command();
    putBack();
    expect(broken.stdout).toMatch(/^mails +7 +3 +2 +1 +0 +1$/m);
    expect(broken.stdout).toContain(`${id}  It was received, and its own row is gone.`);
    expect(broken.status).toBe(1);
  }, 30_000);

  test('finds a raw mail in the store that nobody entered, and a file whose bytes are gone', async () => {
    const key = await office.files.put('raw', Buffer.from('a mail that came, and of which nothing else is known'));
    expect((await prove()).faults).toEqual([
      { about: key, says: 'This raw mail is in the store, and nobody entered it.' },
    ]);
    const lost = readdirSync(join(office.folder, 'files', 'document'), { recursive: true, encoding: 'utf8' });
    const path = lost.find((name) => /[0-9a-f]{64}$/.test(name)) ?? '';
    unlinkSync(join(office.folder, 'files', 'document', path));
    const { faults } = await prove();
    expect(faults.map(({ says }) => says)).toContainEqual(expect.stringContaining(path.slice(-64)));
  });
});

/** Past the store, which lets nobody take an audit row away. Gives what puts the row back. */
function taken({ pk, sk }: { pk: string; sk: string }): () => void {
  const inDatabase = <Result>(work: (database: DatabaseSync) => Result): Result => {
    const database = new DatabaseSync(join(office.folder, 'records.sqlite'), { timeout: 10_000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  const row = inDatabase((database) => {
    return database.prepare('DELETE FROM records WHERE pk = ? AND sk = ? RETURNING *').get(pk, sk);
  });
  if (row === undefined) throw new Error(`there is no ${pk} ${sk}`);
  return () => {
    const insert = `INSERT INTO records VALUES (${Object.keys(row).map(() => '?')})`;
    inDatabase((database) => database.prepare(insert).run(...Object.values(row)));
  };
}
