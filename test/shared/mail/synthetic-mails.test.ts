import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openMail } from '#shared/mail/open-mail.ts';

const folder = new URL('../../../../shared/mails/synth/', import.meta.url);
const leafSchema = z.object({ filename: z.string().nullable(), sha: z.string() });
const truthSchema = z.record(z.string(), z.object({ note: z.string(), leaves: z.array(leafSchema) }));
const truth = readTruth();

/** Files that neither parser finds: the third look takes them out, and a person looks at the mail. */
const salvaged = ['s33_noquoteb', 's34_epilogue', 's65_smuggle'];
/** Containers and companions, where our list of files differs from the truth's by design. */
const listedDifferently = new Map([
  ['s39_emloctet', 'an .eml is opened, so its PDF is listed and not the .eml'],
  ['s58_calendar', 'the invitation is listed as a companion'],
  ['s62_truncb64', 'the half PDF is listed, with a doubt'],
  ['s63_partial', 'the piece is listed, with a doubt'],
  ['s64_extbody', 'the pointer is listed, with a doubt'],
]);
const mustBeDoubted = [
  's51_uuencode',
  's52_xuu',
  's62_truncb64',
  's63_partial',
  's64_extbody',
  's54_dupct',
  's66_2boundary',
];

function readTruth(): z.infer<typeof truthSchema> {
  try {
    return truthSchema.parse(JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8')));
  } catch {
    return {};
  }
}

async function open(name: string) {
  const opened = await openMail(readFileSync(new URL(`${name}.eml`, folder)));
  if (opened.outcome !== 'opened') throw new Error(`${name} was refused`);
  return opened;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const names = Object.keys(truth);

describe.skipIf(names.length === 0)('66 made-up mails with known contents', () => {
  const exact = names.filter((name) => !listedDifferently.has(name));
  test.each(exact)('%s: every file comes out, byte for byte, and nothing else', async (name) => {
    const { files } = await open(name);

    const expected = truth[name]?.leaves.map((leaf) => leaf.sha) ?? [];
    expect(files.map((file) => hashOf(file.bytes)).sort()).toEqual([...expected].sort());
  });

  test.each([...salvaged, ...mustBeDoubted])('%s: what may be missing is said, never passed over', async (name) => {
    const { concerns } = await open(name);

    expect(concerns).toContainEqual(expect.objectContaining({ code: 'needs-human-decision' }));
  });

  test('the PDF inside an .eml sent as octet-stream is found under the name of the .eml', async () => {
    const { files } = await open('s39_emloctet');

    const pdf = truth.s01_plain?.leaves[0]?.sha;
    expect(files.map((file) => [file.attachment, hashOf(file.bytes)])).toEqual([['fwd.eml/form.pdf', pdf]]);
  });

  test('whole mails raise no doubt: only the odd ones go to a person', async () => {
    const odd = new Set([...salvaged, ...mustBeDoubted]);
    const plain = names.filter((name) => !odd.has(name));

    const doubted: string[] = [];
    for (const name of plain) if ((await open(name)).concerns.length > 0) doubted.push(name);

    expect(doubted).toEqual([]);
  });

  test('names are shown without folders, hidden characters or endless length', async () => {
    const shown = await Promise.all(
      ['s18_traversal', 's19_rtl', 's20_nul', 's16_rawlatin1', 's09_nonameatall'].map(async (name) => {
        return (await open(name)).files[0]?.attachment;
      }),
    );
    const long = (await open('s21_long')).files[0]?.attachment ?? '';

    expect(shown).toEqual(['x.pdf', 'cert\\u{202E}fdp.exe', 'form.pdf\\u{0}.exe', 'José.pdf', 'unnamed.pdf']);
    expect(long).toHaveLength(150);
    expect(long.endsWith('….pdf')).toBe(true);
  });
});
