import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUp, merge, numbersSchema, ways } from '#shared/domain/numbers.ts';
import { anyFigures, someFigures } from '#test/builders/case-figures.ts';

const many = fc.array(anyFigures, { maxLength: 60 });
const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0);

describe('the numbers of a period', () => {
  it('count every mail once: by what the machine made of it, by where it is now, and by its day', () => {
    fc.assert(
      fc.property(many, (figures) => {
        const { received, first, now, days } = addUp(figures);
        const byDay = days.flatMap((day) => ways.map((way) => day[way])).reduce((all, one) => all + one, 0);
        expect([total(first), total(now), byDay]).toEqual([received, received, received]);
      }),
    );
  });

  it('are the same in whatever order the mails are read, and whether added up at once or in parts', () => {
    fc.assert(
      fc.property(many, many, (some, others) => {
        const whole = addUp([...some, ...others]);
        expect(addUp([...others, ...some].reverse())).toEqual(whole);
        expect(merge([addUp(some), addUp(others)])).toEqual(whole);
        expect(numbersSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
      }),
    );
  });

  it('give a straight-through rate of the mails that asked for a decision, and of no others', () => {
    const figures = [
      someFigures(),
      someFigures({ first: 'needs-review', now: 'accepted' }),
      someFigures({ first: 'needs-sender', now: 'needs-sender' }),
      someFigures({ first: 'duplicate', now: 'duplicate' }),
      someFigures({ first: 'not-a-submission', now: 'not-a-submission' }),
    ];
    expect(addUp(figures).straightThrough).toEqual({ of: 1, all: 3 });
  });

  it('keep a mail that was accepted by itself among those when a blind look reopened it', () => {
    const reopened = someFigures({ now: 'needs-review', blind: 'differs' });
    expect(addUp([reopened])).toMatchObject({
      straightThrough: { of: 1, all: 1 },
      blind: { wrong: { of: 1, all: 1 } },
    });
  });

  it('measure errors only on samples that somebody answered', () => {
    const figures = (['open', 'open', 'agrees', 'differs', 'machine-was-right', null] as const).map((blind) =>
      someFigures({ blind }),
    );
    expect(addUp(figures).blind).toEqual({ open: 2, machineWasRight: 1, wrong: { of: 1, all: 3 } });
  });

  it('name the most frequent reason first, and none of what was accepted at once', () => {
    const figures = [
      someFigures({ reasons: ['low-confidence'] }),
      someFigures({ first: 'needs-review', reasons: ['date-missing', 'hours-missing'] }),
      someFigures({ first: 'needs-sender', reasons: ['hours-missing'] }),
    ];
    expect(addUp(figures).reasons).toEqual([
      { code: 'hours-missing', count: 2 },
      { code: 'date-missing', count: 1 },
    ]);
  });

  it('count a mail on its day by how it left the machine, the days in their order', () => {
    const figures = [
      someFigures({ receivedAt: '2026-11-21T01:00:00.000Z' }),
      ...(['accepted', 'needs-sender', 'needs-review', 'quarantined', 'duplicate', 'not-a-submission'] as const).map(
        (first) => someFigures({ first }),
      ),
      someFigures({ receivedAt: '2026-11-02T15:00:00.000Z', first: 'needs-sender' }),
    ];
    const none = { automatic: 0, person: 0, sender: 0, 'no-case': 0 };
    expect(addUp(figures).days).toEqual([
      { day: '2026-11-02', ...none, sender: 1 },
      { day: '2026-11-20', automatic: 1, person: 2, sender: 1, 'no-case': 2 },
      { day: '2026-11-21', ...none, automatic: 1 },
    ]);
  });

  it('name reasons that are as frequent by their codes, whatever came first', () => {
    const codes = (...reasons: ('hours-missing' | 'date-missing' | 'illegible')[]) =>
      addUp([someFigures({ first: 'needs-review', reasons })]).reasons.map(({ code }) => code);
    expect(codes('illegible', 'hours-missing', 'date-missing')).toEqual(['date-missing', 'hours-missing', 'illegible']);
    expect(codes('date-missing', 'hours-missing', 'illegible')).toEqual(['date-missing', 'hours-missing', 'illegible']);
  });

  it('add up what was bought and what people corrected', () => {
    const read = [{ field: 'hours', medium: 'ocr' as const, seen: 3, corrected: 1 }];
    const numbers = addUp([
      someFigures({ microdollars: 1500, pagesBought: 1, read }),
      someFigures({ microdollars: 3000, pagesBought: 2, read }),
    ]);
    expect(numbers.cost).toEqual({ microdollars: 4500, pagesBought: 3, looksBought: 0, mails: 2 });
    expect(numbers.read).toEqual([{ field: 'hours', medium: 'ocr', seen: 6, corrected: 2 }]);
  });
});
