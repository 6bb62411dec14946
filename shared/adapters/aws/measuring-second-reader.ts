import type { ReadPagePicture, SecondReader } from '#shared/ports/second-reader.ts';
import type { Quarters } from '#shared/reading/picture/grey-raster.ts';
import { lightPage } from '#shared/reading/picture/marks-on-page.ts';
import { openPlainly } from '#shared/reading/picture/open-plainly.ts';
import { readPlaces } from '#shared/reading/picture/read-places.ts';
import { isSeenPlainly, longSideMax } from './textract-marks.ts';

/**
 * Boxes to tick and lines to sign measured a second time, by other steps than they were found by: it costs nothing, so
 * it is asked before anybody who is paid. Of print it says nothing.
 */
export const measuringSecondReader: SecondReader = {
  engine: 'mark-measure-2-plain',
  witnesses: ['mark', 'signature'],
  async readPlaces(page, places) {
    const marks = places.filter(({ look }) => look !== 'text');
    const picture = marks.length > 0 && isSeenPlainly(page) ? await openPlainly(page.bytes, longSideMax) : null;
    return picture === null ? [] : readPlaces(lightPage(picture, quartersOf(page)), marks, null);
  },
};

function quartersOf({ turned }: ReadPagePicture): Quarters {
  const quarters: readonly Quarters[] = [0, 1, 2, 3];
  return quarters[turned % 4] ?? 0;
}
