import { describe, expect, it } from 'vitest';
import { judgedOnce } from '#functions/desk/judged-once.ts';
import { fileIdSchema } from '#shared/domain/ids.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const asked = { submissionId: submissionIdFor(1), who: staffIdSchema.parse(`staff_${'r'.repeat(26)}`) };

describe('what would come out, asked while one answer is made', () => {
  it('is judged once for what is the same question: up to the last correction is all of them', async () => {
    const { once, judged } = counted();
    await Promise.all([
      once(asked),
      once({ ...asked, correctedUntil: 3 }),
      once({ ...asked, correctedUntil: Number.POSITIVE_INFINITY }),
      once({ ...asked, changes: [], rulings: { credits: [], overrides: [], doubts: [] } }),
    ]);
    expect(judged).toEqual([3]);
  });

  it('is another question with fewer corrections, a ruling, or without a paper', async () => {
    const { once, judged } = counted();
    await once(asked);
    await once({ ...asked, correctedUntil: 0 });
    await once({ ...asked, without: fileIdSchema.parse('file_0001') });
    await once({
      ...asked,
      rulings: {
        credits: [],
        overrides: [],
        doubts: [{ code: 'duplicate-training', document: null, reason: 'Seen.' }],
      },
    });
    await once({ ...asked, submissionId: submissionIdFor(2) });
    expect(judged).toEqual([3, 0, 3, 3, 3]);
  });

  /** With three corrections made; up to which of them was judged. */
  function counted() {
    const judged: (number | undefined)[] = [];
    const once = judgedOnce(async ({ correctedUntil }) => {
      judged.push(correctedUntil);
      return null;
    }, 3);
    return { once, judged };
  }
});
