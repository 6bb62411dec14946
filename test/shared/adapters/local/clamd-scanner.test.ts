import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeClamdScanner } from '#shared/adapters/local/clamd-scanner.ts';
import {
  type ClamdSays,
  hasClamd,
  type RealClamd,
  type SpokenClamd,
  speakClamd,
  startClamd,
} from '#test/contracts/clamd-server.ts';
import { eicar, harmless, keyOf, malwareScannerContract } from '#test/contracts/malware-scanner.contract.ts';

const nobody = makeClamdScanner({ path: '/nowhere/clamd.sock' });
const knowsEicar: ClamdSays = (bytes) => (bytes.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK');

describe('the scanner of one machine, against a server that speaks clamd’s protocol', () => {
  const open: SpokenClamd[] = [];
  afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));
  const place = async (says: ClamdSays, bytesMax?: number) => {
    const clamd = await speakClamd(says, bytesMax);
    open.push(clamd);
    return { clamd, to: { path: null, host: '127.0.0.1', port: clamd.port } };
  };
  const scanned = async (says: ClamdSays, bytes: Uint8Array, options = {}) =>
    makeClamdScanner((await place(says)).to, options).scan({ key: keyOf(bytes), bytes });

  malwareScannerContract(async () => ({
    scanner: makeClamdScanner((await place(knowsEicar)).to),
    keep: async (bytes) => keyOf(bytes),
    down: nobody,
  }));

  it('names engine and signatures, and hands over every byte', async () => {
    const { clamd, to } = await place(knowsEicar);
    const bytes = Buffer.alloc(300_000, 'abc');

    expect(await makeClamdScanner(to).scan({ key: keyOf(bytes), bytes })).toEqual({
      result: 'nothing-found',
      by: 'ClamAV 1.4.6, signatures 27412',
    });
    expect(clamd.streams[0]?.equals(bytes)).toBe(true);
  });

  it('B135: what clamd could not look into, or failed at, is not scanned', async () => {
    const because = async (said: string) => {
      const answer = await scanned(() => said, harmless);
      return answer.result === 'not-scanned' ? answer.because : answer.result;
    };

    expect(await because('stream: Heuristics.Encrypted.PDF FOUND')).toBe('unsupported');
    expect(await because('stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND')).toBe('unsupported');
    expect(await because("stream: Can't allocate memory ERROR")).toBe('failed');
    expect(await because('stream: OKAY')).toBe('failed');
    expect(await because('hang up')).toBe('unavailable');
  });

  it('waits no longer than it is told, and reads no endless answer', async () => {
    const late = await scanned(() => 'hang', harmless, { millisecondsMax: 100 });
    const endless = await scanned(() => 'x'.repeat(100_000), harmless);

    expect(late).toMatchObject({ result: 'not-scanned', because: 'unavailable' });
    expect(endless).toMatchObject({ result: 'not-scanned', because: 'unavailable' });
  });

  it('says of a file that is too large that it is, whether by its own limit or by clamd’s', async () => {
    const bytes = Buffer.alloc(3_000_000);
    const { to } = await place(() => 'stream: OK', 100_000);

    expect(await scanned(() => 'stream: OK', bytes, { bytesMax: 1_000 })).toMatchObject({ because: 'too-large' });
    expect(await makeClamdScanner(to).scan({ key: keyOf(bytes), bytes })).toMatchObject({ because: 'too-large' });
  });
});

describe.skipIf(!hasClamd)('the scanner of one machine, against the real clamd', () => {
  let clamd: RealClamd;
  beforeAll(async () => {
    clamd = await startClamd();
  });
  afterAll(() => clamd?.stop());

  malwareScannerContract(async () => ({
    scanner: makeClamdScanner({ path: clamd.path }),
    keep: async (bytes) => keyOf(bytes),
    down: nobody,
  }));

  it('B134: the test virus inside a zip inside a mail is found in the raw mail', async () => {
    const zip = Buffer.from(zipSync({ 'certificate.pdf': eicar })).toString('base64');
    const head = 'From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n';
    const part = `Content-Type: application/zip; name=c.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${zip}\r\n--x--\r\n`;
    const bytes = Buffer.from(head + part);

    expect(await makeClamdScanner({ path: clamd.path }).scan({ key: keyOf(bytes), bytes })).toMatchObject({
      result: 'threat',
      name: 'Eicar-Test.UNOFFICIAL',
    });
  });

  it('a stream beyond its StreamMaxLength is not scanned', async () => {
    const bytes = Buffer.alloc(6_000_000, 'x');

    const said = await makeClamdScanner({ path: clamd.path }).scan({ key: keyOf(bytes), bytes });

    // it cuts us off while we still write: whether its answer or the broken pipe is met first, is the machine's to say
    expect(['too-large', 'unavailable'].map((because) => ({ result: 'not-scanned', because }))).toContainEqual({
      result: said.result,
      because: 'because' in said ? said.because : '',
    });
  });
});
