import type { FileRecord } from '#shared/domain/document.ts';
import type { FileReading, PageReading } from '#shared/domain/reading.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import { pictureOfPage } from '#shared/reading/picture-of-page.ts';
import { placesToSee } from './places-to-see.ts';
import { mapValues, slotsOf, type Values } from './value-slots.ts';
import { witnessed } from './witnessed.ts';

type Looking = {
  documentReader: Pick<DocumentReader, 'draw'>;
  secondReader: SecondReader;
  /** the bytes of the file, fetched when a page has to be looked at */
  open: () => Promise<Uint8Array>;
};

/** The engine of a reader that looks at nothing: no picture need be drawn for its answer. */
const nobody = 'none';

/** Has the values of the pages that were read from pictures looked at once more, by other means, where they stand. */
export async function lookAgain<V extends Values>(looking: Looking, seen: SeenFile, values: V): Promise<V> {
  if (looking.secondReader.engine === nobody) return values;
  let looked = values;
  for (const page of seen.pages.filter(({ medium }) => medium === 'ocr')) {
    looked = await lookAtPage(looking, seen, page, looked);
  }
  return looked;
}

export type SeenFile = { file: FileRecord; reading: FileReading; pages: readonly PageReading[] };

async function lookAtPage<V extends Values>(
  looking: Looking,
  { file }: SeenFile,
  page: PageReading,
  values: V,
): Promise<V> {
  const { secondReader, documentReader, open } = looking;
  const { priceOf, witnesses } = secondReader;
  const wanted = placesToSee(slotsOf(values), page.number, priceOf !== undefined).filter(
    ({ place }) => witnesses === undefined || witnesses.includes(place.look),
  );
  if (wanted.length === 0) return values;
  const picture = await pictureOfPage(documentReader, { bytes: await open(), mediaType: file.mediaType }, page.number);
  if (picture === null) return values;
  const places = wanted.map(({ place }) => place);
  const readings = await secondReader.readPlaces({ ...picture, turned: page.turned ?? 0 }, places);
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  return mapValues(values, (slot) => {
    const second = slot.value.page === page.number ? byId.get(slot.id) : undefined;
    return second === undefined ? slot.value : witnessed(slot, second, secondReader.engine);
  });
}
