import type { SecondReader } from '#shared/ports/second-reader.ts';
import { type Budget, buyCounted, countPurchase, type Purchase } from './reading-budget.ts';

/**
 * A second reader whose looks cost money, for one mail. At the mail's ceiling nothing is judged: a value that was in
 * doubt stays in doubt, and a person looks at it. A reader without prices is given back as it is.
 */
export function paidSecondReader(secondReader: SecondReader, budget: Budget): SecondReader {
  const { priceOf } = secondReader;
  if (priceOf === undefined) return secondReader;
  return {
    ...secondReader,
    async readPlaces(page, places) {
      // before it is counted: who is told to come again has bought nothing
      if (priceOf(places) > 0) await secondReader.turn?.();
      const purchase: Purchase = { what: 'look', price: priceOf(places) };
      const bought = await countPurchase(budget, purchase);
      return bought === 'over' ? [] : buyCounted(budget, purchase, () => secondReader.readPlaces(page, places));
    },
  };
}
