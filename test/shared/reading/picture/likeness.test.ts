import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { areAlike, bitsBetween } from '#shared/domain/likeness.ts';
import { decodePicture } from '#shared/reading/picture/decode-picture.ts';
import { likenessOf } from '#shared/reading/picture/likeness.ts';
import { preparePage } from '#shared/reading/picture/prepare-page.ts';
import { chanceOf } from '#test/corpus/make/chance.ts';
import { photographed } from '#test/corpus/make/media/photo.ts';

const text = (words: string, y: number, size: number, x = 425) =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle">${words}</text>`;
const framed = (name: string, title: string) =>
  `<rect x="40" y="40" width="770" height="1020" fill="none" stroke="black" stroke-width="8"/>${text('Certificate of Completion', 200, 55)}${text(name, 450, 50)}${text(title, 580, 36)}`;
const banner = (name: string, title: string) =>
  `<rect width="850" height="165" fill="#224"/>${text(name, 300, 40, 250)}${text(title, 400, 30, 250)}`;
const sheet = (inside: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="850" height="1100"><rect width="850" height="1100" fill="white"/>${inside}</svg>`,
  );

/** Another scanner, laid on askew, saved worse. */
const scanned = (paper: Buffer, { askew = 0, quality = 90 } = {}) =>
  sharp(paper).flatten({ background: '#fff' }).rotate(askew, { background: '#fafafa' }).jpeg({ quality }).toBuffer();

async function looks(picture: Uint8Array): Promise<string> {
  const decoded = await decodePicture(picture);
  const likeness = decoded === null ? null : likenessOf(preparePage(decoded));
  if (likeness === null) throw new Error('nothing is to be seen');
  return likeness;
}

describe('how a page looks from afar', () => {
  it('outlives a second scan, askew and saved worse', async () => {
    const paper = sheet(framed('Dana Robicheaux', 'Ethics in Peer Support'));
    const [first, again] = [
      await looks(await scanned(paper)),
      await looks(await scanned(paper, { askew: 0.7, quality: 40 })),
    ];

    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(areAlike(first, again)).toBe(true);
  });

  it.each<[string, (paper: Buffer) => Promise<Buffer>]>([
    ['a scan that lies askew by a degree', (paper) => scanned(paper, { askew: 1 })],
    [
      'a scan at half of the dots',
      async (paper) =>
        sharp(await scanned(paper))
          .resize(425)
          .jpeg()
          .toBuffer(),
    ],
    [
      'the scan saved once more, and worse',
      async (paper) =>
        sharp(await scanned(paper))
          .jpeg({ quality: 35 })
          .toBuffer(),
    ],
    ['a photo on a desk', async (paper) => photographed(await sharp(paper).png().toBuffer(), chanceOf('desk'), 'none')],
  ])('outlives %s', async (_what, again) => {
    const paper = sheet(framed('Dana Robicheaux', 'Ethics in Peer Support'));

    expect(areAlike(await looks(await scanned(paper)), await looks(await again(paper)))).toBe(true);
  });

  it('differs between two layouts', async () => {
    const one = await looks(await scanned(sheet(framed('Dana Robicheaux', 'Ethics in Peer Support'))));
    const other = await looks(await scanned(sheet(banner('Dana Robicheaux', 'Ethics in Peer Support'))));

    expect(areAlike(one, other)).toBe(false);
  });

  it('does not tell two papers of one layout apart, so it decides nothing', async () => {
    const one = await looks(await scanned(sheet(framed('Dana Robicheaux', 'Ethics in Peer Support'))));
    const other = await looks(await scanned(sheet(framed('Alex Le', 'Motivational Interviewing'))));

    expect(areAlike(one, other)).toBe(true);
  });

  it('of an empty page is nothing', () => {
    expect(likenessOf({ width: 100, height: 100, data: new Uint8Array(10_000).fill(255) })).toBeNull();
    expect(likenessOf({ width: 3, height: 3, data: Uint8Array.of(255, 99, 0, 255, 99, 0, 255, 99, 0) })).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });
});

it('the distance of two pages is how many of their bits differ; what is not known is like nothing', () => {
  expect(bitsBetween('0'.repeat(64), `${'0'.repeat(56)}ffffffff`)).toBe(32);
  expect(bitsBetween('f'.repeat(64), '0'.repeat(64))).toBe(256);
  expect(areAlike(undefined, '0'.repeat(64))).toBe(false);
});
