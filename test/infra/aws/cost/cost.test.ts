import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { billOf, inLines } from '#infra/aws/cost/cost-in-lines.ts';
import { monthlyGroups } from '#infra/aws/cost/cost-of-month.ts';
import { prices, pricesAsOf, unconfirmed } from '#infra/aws/cost/prices.ts';
import { networkServices } from '#infra/aws/network-services.ts';
import { textractPrices } from '#shared/adapters/aws/textract-prices.ts';
import { dollarsOf as storeDollarsOf } from '#shared/domain/store-price.ts';

const typical = { submissions: 12_000, pages: 6, pictures: 3 };

describe('what a submission costs on AWS', () => {
  it('is at most 1.2 cents, all in, for a form and five certificates of which three were scanned', () => {
    const { submission, reading } = billOf(typical);

    expect(submission).toBeLessThanOrEqual(0.012);
    expect(reading).toBeCloseTo(3 * 0.0015, 6);
  });

  it('is at least fifteen times less than forms and tables on each page, which pays for reading alone', () => {
    expect(billOf(typical).timesCheaper).toBeGreaterThanOrEqual(15);
  });

  it('grows with each page by what a page uses, and a picture costs more than a page with words in it', () => {
    const each = (pages: number, pictures: number) => billOf({ submissions: 1, pages, pictures }).submission;

    expect(each(2, 0)).toBeGreaterThan(each(1, 0));
    expect(each(3, 0) - each(2, 0)).toBeCloseTo(each(12, 0) - each(11, 0), 3);
    expect(each(2, 1)).toBeGreaterThan(each(2, 0) + 0.0015);
  });

  it('is a year of what stands by where nothing comes', () => {
    const { year, standingByYear } = billOf({ ...typical, submissions: 0 });

    expect(year).toBe(standingByYear);
    expect(year).toBeGreaterThan(0);
  });

  it('adds up: the lines of a submission and of twelve months are the year', () => {
    const { lines, year, workload } = billOf(typical);
    const sum = (isMonthly: boolean) =>
      lines
        .filter(({ group }) => monthlyGroups.includes(group) === isMonthly)
        .reduce((all, { times, price }) => all + times * prices[price].dollars, 0);

    expect(workload.submissions * sum(false) + 12 * sum(true)).toBeCloseTo(year, 6);
  });
});

describe('the packet that the office mails to itself each day', () => {
  it('costs less than a dollar a month, its page of Textract with it; nothing where there is no canary', () => {
    const ofPackets = (canaryEveryMinutes: number | null) => {
      const lines = billOf({ ...typical, canaryEveryMinutes }).lines.filter(({ group }) => group === 'canary packets');
      return lines.reduce((all, { dollars }) => all + dollars, 0);
    };

    expect(ofPackets(60)).toBeGreaterThan((365 / 12) * prices.textractDetectPage.dollars);
    expect(ofPackets(60)).toBeLessThan(1);
    expect(ofPackets(null)).toBe(0);
  });
});

describe('the price list', () => {
  it('has a day, and each price a source', () => {
    expect(pricesAsOf).toMatch(/^2026-/);
    for (const { source, per } of Object.values(prices)) {
      expect(source).toMatch(/^(stored|memory)/);
      expect(per).not.toBe('');
    }
  });

  it('says the same of Textract and of the store as the product, which counts while it spends', () => {
    const { detect, FORMS, TABLES } = textractPrices.dollarsPerThousand;

    expect(prices.textractDetectPage.dollars * 1000).toBeCloseTo(detect, 9);
    expect(prices.textractFormsTablesPage.dollars * 1000).toBeCloseTo(FORMS + TABLES, 9);
    expect(storeDollarsOf({ read: 1, written: 1 })).toBeCloseTo(prices.readUnit.dollars + prices.writeUnit.dollars, 12);
  });
});

describe('a network of our own', () => {
  it('costs what its endpoints cost in each zone by the month, whatever comes', () => {
    const [without, two] = [billOf(typical), billOf({ ...typical, zones: 2 })];
    const endpoints = two.lines.filter(({ price }) => price === 'endpointMonth');

    expect(endpoints).toMatchObject([{ group: 'standing by', times: 2 * Object.keys(networkServices).length }]);
    expect(two.submission).toBe(without.submission);
    expect(two.standingByYear - without.standingByYear).toBeCloseTo(12 * (endpoints[0]?.dollars ?? 0), 6);
  });
});

describe('npm run cost', () => {
  const cost = (...flags: string[]) =>
    execFileSync(process.execPath, ['infra/aws/cost/cost.ts', ...flags], { encoding: 'utf8', stdio: 'pipe' });

  it('prints the bill of a workload, what is not confirmed and what is assumed', () => {
    const said = cost('--submissions', '500', '--pages', '4', '--pictures', '1');

    expect(said.trim()).toBe(
      inLines(billOf({ submissions: 500, pages: 4, pictures: 1, canaryEveryMinutes: 60 })).join('\n'),
    );
    expect(said).toMatch(/One submission: +\$0\.\d{4}/);
    expect(said).toMatch(/Not confirmed: .*Assumed: /s);
    expect(said).toMatch(/^canary a month/m);
  });

  it('marks each line whose price nobody confirmed, and says how one is refreshed', () => {
    const bill = billOf(typical);
    const said = inLines(bill);
    const used = bill.lines.filter(({ times }) => times > 0);
    const unsure = used.filter(({ price }) => unconfirmed([price]).length > 0);

    expect(unsure.length).toBeLessThan(used.length);
    expect(said.filter((line) => line.endsWith('  not confirmed'))).toHaveLength(unsure.length);
    expect(said.join('\n')).toContain('infra/aws/cost/prices.json');
  });

  it('says how it is used when there are more pictures than pages', () => {
    expect(() => cost('--pages', '2', '--pictures', '3')).toThrow(/usage: npm run cost/);
  });
});
