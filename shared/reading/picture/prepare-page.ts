import type { PagePicture } from '#shared/ports/text-reader.ts';
import { calmGrain } from './calm-grain.ts';
import type { DecodedPicture } from './decode-picture.ts';
import { evenLight } from './even-light.ts';
import { findSheet } from './find-sheet.ts';
import { flattenSheet } from './flatten-sheet.ts';
import { type GreyRaster, type Quarters, turnQuarters } from './grey-raster.ts';
import { lightenDarkAreas } from './lighten-dark-areas.ts';
import { openPage } from './open-page.ts';
import { straighten } from './straighten.ts';
import { whitenShades } from './whiten-shades.ts';

/** As if the sheet had been scanned: cut out of its photo, dark bands and shades turned white, evenly lit, its lines level. */
export function preparePage({ raster, small }: Pick<DecodedPicture, 'raster' | 'small'>): GreyRaster {
  const corners = small === null ? null : findSheet(small);
  const sheet = corners === null ? raster : flattenSheet(raster, corners);
  return straighten(whitenShades(calmGrain(evenLight(lightenDarkAreas(sheet)))));
}

const quarters: readonly Quarters[] = [0, 1, 2, 3];

/**
 * A page that was read before, set upright and flattened in the same way, pixel by pixel: the boxes of its reading fit.
 * `turned` is what the reading says. Null when the picture cannot be opened.
 */
export async function prepareAgain(page: PagePicture, turned: number): Promise<GreyRaster | null> {
  const decoded = await openPage(page);
  const turns = quarters.find((one) => one === turned);
  return decoded === null || turns === undefined ? null : turnQuarters(preparePage(decoded), turns);
}
