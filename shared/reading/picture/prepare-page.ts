import type { DecodedPicture } from './decode-picture.ts';
import { evenLight } from './even-light.ts';
import { findSheet } from './find-sheet.ts';
import { flattenSheet } from './flatten-sheet.ts';
import type { GreyRaster } from './grey-raster.ts';
import { lightenDarkAreas } from './lighten-dark-areas.ts';
import { straighten } from './straighten.ts';

/** As if the sheet had been scanned: cut out of its photo, dark bands turned light, evenly lit, its lines level. */
export function preparePage({ raster, small }: Pick<DecodedPicture, 'raster' | 'small'>): GreyRaster {
  const corners = findSheet(small);
  const sheet = corners === null ? raster : flattenSheet(raster, corners);
  return straighten(evenLight(lightenDarkAreas(sheet)));
}
