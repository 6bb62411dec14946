import { describe, expect, test } from 'vitest';
import { composeLetter } from '#functions/tell-sender/compose-letter.ts';
import type { GreyRaster } from '#shared/reading/picture/grey-raster.ts';
import { whyUnreadable } from '#shared/reading/picture/readability.ts';
import { aDocument } from '#test/builders/a-document.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { gradeOfEnglish } from '#test/builders/reading-ease.ts';

const programme = await programmeNamed('louisiana-rpss');
const side = 800;

/** A page of black strokes, as sharp and as dark as asked. */
function aPage(at: (x: number, y: number) => number): GreyRaster {
  const data = Uint8Array.from({ length: side * side }, (_, i) => at(i % side, Math.floor(i / side)));
  return { width: side, height: side, data };
}
const strokes = (x: number) => (x % 40 < 4 ? 20 : 240);
const softly = (x: number) => 130 + 100 * Math.cos((x / 200) * Math.PI);
const inkOf = ({ data, ...size }: GreyRaster, from: number) => ({
  ...size,
  bits: data.map((level) => (level < from ? 1 : 0)),
});

function letterAbout(because: string, isVerified = true): string {
  const text = `"certificate.jpg", page 2: ${because}`;
  const reasons = [{ code: 'illegible' as const, text }];
  const submission = aSubmission({ outcome: 'needs-sender', state: 'decided', reasons });
  const judgement = aJudgement({ outcome: 'needs-sender', reasons, requests: [text] });
  const documents = [aDocument({ kind: 'other', reading: 'unread', fields: {}, reasons })];
  const facts = { submission, documents, judgement, earlier: null, applications: [], brought: 'files' as const };
  return composeLetter(programme, { ...facts, isVerified }).text;
}

describe('a page that cannot be read', () => {
  const sharp = aPage(strokes);
  test('that is sharp, bright and large is not refused before it is read', () => {
    expect(whyUnreadable(sharp, inkOf(sharp, 128), 3000)).toBeNull();
  });

  const dark = aPage(() => 30);
  const soft = aPage(softly);
  test.each<[string, ReturnType<typeof whyUnreadable>, string]>([
    ['too dark', whyUnreadable(dark, inkOf(dark, 128), 3000), 'by a window'],
    ['blurred', whyUnreadable(soft, inkOf(soft, 60), 3000), 'hold the phone still'],
    ['too small', whyUnreadable(sharp, inkOf(sharp, 128), 400), 'from closer'],
  ])('is said to be %s by its own measure, with the page and how a better picture is taken', (cause, why, how) => {
    const letter = letterAbout(why?.because ?? '');

    expect(why?.cause).toBe(cause.replace(' ', '-'));
    expect(letter).toContain(`"certificate.jpg", page 2: The picture is ${cause}`);
    expect(letter).toContain(how);
    expect(gradeOfEnglish(letter)).toBeLessThanOrEqual(8);
  });

  test('tells somebody we are not sure of how to take a better picture, and not of which paper', () => {
    const letter = letterAbout('The picture is too dark to be read.', false);

    expect(letter).toContain('Send a clearer copy.');
    expect(letter).not.toContain('certificate.jpg');
  });
});
