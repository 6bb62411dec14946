import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scan } from '#shared/domain/scan.ts';
import type { ScanAnswer } from '#shared/ports/malware-scanner.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { eicar } from '#test/contracts/malware-scanner.contract.ts';
import { aBesiegedOffice } from './a-besieged-office.ts';

const by = 'ClamAV 1.4.6';
const nothing: ScanAnswer = { result: 'nothing-found', by };
const threat: ScanAnswer = { result: 'threat', by, name: 'Eicar-Test' };
/** Each is accepted where nothing speaks against it, and each about another person. */
const fixture = (name: '01-fillable-form' | '02-word-report' | '04-typed-table') =>
  readFileSync(`test/fixtures/mail/${name}.eml`);

/** What the scanner says of the next bytes; it looks at decoded files, and at the mail where it is told to look inside. */
let says: (bytes: Uint8Array, key: string) => ScanAnswer = () => nothing;
let office: Awaited<ReturnType<typeof aBesiegedOffice>>;
beforeAll(async () => {
  office = await aBesiegedOffice({ scanner: { scan: async ({ bytes, key }) => says(bytes, key) } });
});
afterAll(() => office.close());

let mails = 0;
function mailWith(name: string, bytes: Uint8Array): Buffer {
  const head = `From: Dana <dana.${++mails}@example.org>\r\nSubject: papers\r\nMIME-Version: 1.0\r\n`;
  const part = `Content-Type: application/octet-stream; name=${name}\r\nContent-Disposition: attachment; filename=${name}\r\n`;
  const body = `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n--x--\r\n`;
  return Buffer.from(`${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n${part}${body}`);
}

const scansOf = async (submissionId: Parameters<typeof listFiles>[1]) =>
  (await listFiles(office.records, submissionId)).map(({ file }) => file.scan);

describe('a mail that a scanner looked at', () => {
  it('goes on as ever where nothing was found, and each file says by whom and when', async () => {
    says = () => nothing;
    const became = await office.take(fixture('01-fillable-form'));
    const scan: Scan = { result: 'nothing-found', by, at: expect.stringMatching(/^2026-12-20T/) };

    expect(became.outcome).toBe('accepted');
    expect(await scansOf(became.submissionId)).toEqual(became.files.map(() => scan));
    expect((await findSubmission(office.records, became.submissionId))?.submission.scan).toEqual(scan);
  });

  it('B134: with the test virus in a zip is found by the raw mail: held back, not opened, not answered', async () => {
    says = (_bytes, key) => (key.startsWith('raw/') ? threat : nothing);
    const became = await office.take(mailWith('papers.zip', zipSync({ 'certificate.pdf': eicar })));

    expect(became).toMatchObject({ outcome: 'quarantined', codes: ['unsafe-file'], files: [], letters: [] });
    expect(became.isWaiting).toBe(true);
  });

  it('B133: with the test virus named .pdf is held back whole, its other files unread, and nobody is answered', async () => {
    says = (bytes) => (Buffer.from(bytes).equals(eicar) ? threat : nothing);
    const became = await office.take(mailWith('certificate.pdf', eicar));
    const [file] = (await listFiles(office.records, became.submissionId)).map((one) => one.file);

    expect(became).toMatchObject({ outcome: 'quarantined', letters: [] });
    expect(file).toMatchObject({ readingKey: null, refused: { code: 'unsafe-file' }, scan: threat });
  });

  it('is no earlier copy of what is sent again without the dangerous file', async () => {
    says = (bytes) => (Buffer.from(bytes).equals(eicar) ? threat : nothing);
    const paper = Buffer.from('%PDF-1.4 one paper');
    const bad = mailWith('both.zip', zipSync({ 'paper.pdf': paper, 'other.pdf': eicar }));
    const good = mailWith('both.zip', zipSync({ 'paper.pdf': paper }));
    const from = /^From: .*$/m.exec(bad.toString())?.[0] ?? '';
    const [first, again] = [
      await office.take(bad),
      await office.take(Buffer.from(good.toString().replace(/^From: .*$/m, from))),
    ];

    expect(first.outcome).toBe('quarantined');
    expect(again).toMatchObject({ outcome: 'needs-review', duplicateOf: null });
  });

  it('B135: that it could not look into is read, and decided by a person only', async () => {
    says = () => ({ result: 'not-scanned', by, because: 'unsupported' });
    const became = await office.take(fixture('02-word-report'));

    expect(became).toMatchObject({ outcome: 'needs-review', isWaiting: true });
    expect(became.codes).toContain('unsafe-file');
    expect(await scansOf(became.submissionId)).toContainEqual(expect.objectContaining({ isHeld: true }));
  });

  it('is not asked about file by file where the scanner is down', async () => {
    let asked = 0;
    says = () => {
      asked += 1;
      return { result: 'not-scanned', by, because: 'unavailable' };
    };
    const became = await office.take(fixture('04-typed-table'));

    expect(became.outcome).toBe('needs-review');
    // of the mail, and of the first file
    expect(asked).toBe(2);
  });

  it('keeps what always holds', async () => {
    expect(await office.broken()).toBeNull();
  });
});
