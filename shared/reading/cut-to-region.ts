import type { Box, PageReading } from '#shared/domain/reading.ts';
import { holdsCentreOf } from './box-geometry.ts';

/** What of a page stands in a region of it. Places stay places on the whole page. */
export function cutToRegion(page: PageReading, region: Box): PageReading {
  const isInside = ({ box }: { box: Box }) => holdsCentreOf(region, box);
  return {
    ...page,
    words: page.words.filter(isInside),
    checkMarks: page.checkMarks.filter(isInside),
    rules: page.rules.filter(isInside),
    ink: page.ink.filter(isInside),
    formFields: page.formFields.filter(({ box }) => box !== null && holdsCentreOf(region, box)),
  };
}
