import { AnalyzeDocumentCommand, type TextractClient } from '@aws-sdk/client-textract';
import type { Place, ReadPagePicture, SecondReader, SecondReading } from '#shared/ports/second-reader.ts';
import { errorNameOf, faultOf } from './aws-faults.ts';
import { fitForTextract } from './fit-for-textract.ts';
import { type Block, blocksOfPage, type Quarters } from './textract-answer.ts';
import { openTextract } from './textract-client.ts';
import { analysisOf, readPlace } from './textract-places.ts';
import { analyzePrice, type Feature } from './textract-prices.ts';
import { unreadableBecause } from './textract-refusals.ts';

/**
 * A second look by AnalyzeDocument: one call for all asked places of a page, with the features they need and no others.
 * It says which words belong to a value, whether a box is ticked and whether a line is signed. Its letters are those of
 * the same word reader as in plain text detection: beside that reader it is no witness of how a word is spelt.
 */
export function openTextractSecondReader(client: TextractClient = openTextract()): SecondReader {
  return {
    engine: 'textract-analyze-2026',
    witnesses: ['mark', 'signature'],
    priceOf: (places) => analyzePrice(featuresFor(places)),
    async readPlaces(page, places) {
      const features = featuresFor(places);
      if (features.length === 0) return [];
      const blocks = await analyze(client, page, features);
      if (blocks === null) return [];
      const analysis = analysisOf(blocks, quartersOf(page));
      return places.flatMap((place): SecondReading[] => {
        const reading = readPlace(analysis, place);
        return reading === null ? [] : [reading];
      });
    },
  };
}

/** In a table both words and boxes to tick come with TABLES, which costs less than a third of FORMS. */
export function featuresFor(places: readonly Place[]): Feature[] {
  const needed = new Set(
    places.map(({ look, inTable }): Feature => (look === 'signature' ? 'SIGNATURES' : inTable ? 'TABLES' : 'FORMS')),
  );
  const order: readonly Feature[] = ['FORMS', 'TABLES', 'SIGNATURES'];
  return order.filter((feature) => needed.has(feature));
}

type Found = readonly Block[] | null;

/** Null when Textract cannot read the page, left it out or answered in an unknown shape: no place can be judged. */
async function analyze(client: TextractClient, page: ReadPagePicture, FeatureTypes: Feature[]): Promise<Found> {
  const fitted = await fitForTextract(page);
  if ('unfit' in fitted) return null;
  try {
    const Document = { Bytes: fitted.bytes };
    const answer = await client.send(new AnalyzeDocumentCommand({ Document, FeatureTypes }));
    const blocks = blocksOfPage(answer);
    return typeof blocks === 'string' ? null : blocks;
  } catch (error) {
    if (errorNameOf(error) in unreadableBecause) return null;
    throw faultOf(error);
  }
}

function quartersOf({ turned }: ReadPagePicture): Quarters {
  const quarters: readonly Quarters[] = [0, 1, 2, 3];
  return quarters[turned % 4] ?? 0;
}
