import { evenLight } from './even-light.ts';
import { flattenSheet } from './find-sheet.ts';
import type { GreyRaster } from './grey-raster.ts';
import { lightenDarkAreas } from './lighten-dark-areas.ts';
import { straighten } from './straighten.ts';

/** As if the sheet had been scanned: cut out of its photo, dark bands turned light, evenly lit, its lines level. */
export function preparePage(raster: GreyRaster): GreyRaster {
  return straighten(evenLight(lightenDarkAreas(flattenSheet(raster))));
}
