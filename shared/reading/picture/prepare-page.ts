import { evenLight } from './even-light.ts';
import { flattenSheet } from './find-sheet.ts';
import type { GreyRaster } from './grey-raster.ts';
import { straighten } from './straighten.ts';

/** As if the sheet had been scanned: cut out of its photo, evenly lit, its lines level. */
export function preparePage(raster: GreyRaster): GreyRaster {
  return straighten(evenLight(flattenSheet(raster)));
}
