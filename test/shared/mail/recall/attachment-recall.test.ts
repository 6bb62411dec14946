import { expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { hashOf } from '#test/hostile/invariants.ts';
import { type OddMail, oddMail } from './odd-mail.ts';

const mails = 300;
const recallLeast = 0.98;

type Found = { expected: number; found: number; isSaid: boolean };

/** How many papers of a mail came out byte for byte, and whether a person is told when some did not. */
async function foundIn({ raw, papers }: OddMail): Promise<Found> {
  const opened = await openMail(raw);
  if (opened.outcome === 'refused') return { expected: papers.length, found: 0, isSaid: true };
  const hashes = new Set(opened.files.filter(({ isDecoration }) => !isDecoration).map(({ bytes }) => hashOf(bytes)));
  const found = papers.filter((paper) => hashes.has(hashOf(paper))).length;
  const isSaid = opened.concerns.length > 0 || opened.files.some(({ refused }) => refused !== null);
  return { expected: papers.length, found, isSaid };
}

test(`of ${mails} mails of odd layouts at least 98 of 100 papers come out, and none is lost without a word`, async () => {
  const silent: string[] = [];
  let [expected, found] = [0, 0];
  for (let number = 0; number < mails; number += 1) {
    const mail = await oddMail(`odd ${number}`);
    const result = await foundIn(mail);
    expected += result.expected;
    found += result.found;
    if (result.found < result.expected && !result.isSaid) silent.push(`odd ${number}: ${mail.hows.join(' | ')}`);
  }

  expect(silent).toEqual([]);
  expect(found / expected).toBeGreaterThanOrEqual(recallLeast);
});
