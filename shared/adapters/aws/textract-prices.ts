import { type Microdollars, microdollarsOf } from '#shared/domain/price.ts';

/** What AnalyzeDocument can be asked to look for. */
export type Feature = 'FORMS' | 'TABLES' | 'SIGNATURES';

/**
 * US dollars for 1,000 pages, us-east-1 and us-west-2, first million pages of a month. Whoever sees another price on
 * aws.amazon.com/textract/pricing changes it here, with the day.
 */
export const textractPrices = {
  source: 'shared/reading.md section 7; 65 for forms and tables together confirmed by a third party',
  readOn: '2026-11-22',
  dollarsPerThousand: { detect: 1.5, FORMS: 50, TABLES: 15, SIGNATURES: 3.5 },
} as const;

const { dollarsPerThousand } = textractPrices;
const aPage = (dollars: number): Microdollars => microdollarsOf(dollars / 1_000);

export const detectPrice: Microdollars = aPage(dollarsPerThousand.detect);

/** One page with these features. Signatures cost nothing beside another feature. */
export function analyzePrice(features: readonly Feature[]): Microdollars {
  const structures = features.filter((feature) => feature !== 'SIGNATURES');
  const paid = structures.length > 0 ? structures : features;
  return paid.reduce((sum, feature) => sum + aPage(dollarsPerThousand[feature]), 0);
}
