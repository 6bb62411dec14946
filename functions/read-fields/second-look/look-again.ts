import type { FileRecord } from '#shared/domain/document.ts';
import type { FileReading, PageReading } from '#shared/domain/reading.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { Place, ReadPagePicture, SecondReader } from '#shared/ports/second-reader.ts';
import { pictureOfPage } from '#shared/reading/picture-of-page.ts';
import { isAlone, type MendedPage, mendPage } from './mend-page.ts';
import { placesToSee } from './places-to-see.ts';
import { namesToRead, signedBy } from './signed-name.ts';
import { unclearPlaces } from './unclear-places.ts';
import { mapValues, slotsOf, type Values } from './value-slots.ts';
import { witnessed } from './witnessed.ts';

export type Looking = {
  documentReader: Pick<DocumentReader, 'draw'>;
  secondReader: SecondReader;
  /** the bytes of the file, fetched when a page has to be looked at */
  open: () => Promise<Uint8Array>;
};

/** The engine of a reader that looks at nothing: no picture need be drawn for its answer. */
const nobody = 'none';

/** Pages as the second reader mended them, each with the places that only it could read. */
export type Mended = ReadonlyMap<number, MendedPage>;

/** Has the places that the first reader could not read looked at by the second, where that costs nothing. */
export async function mendPages(looking: Looking, seen: SeenFile): Promise<Mended> {
  const mended = new Map<number, MendedPage>();
  const { secondReader } = looking;
  const { engine, witnesses, priceOf } = secondReader;
  const readsPrint = engine !== nobody && (witnesses === undefined || witnesses.includes('text'));
  if (!readsPrint || priceOf !== undefined) return mended;
  for (const page of seen.pages.filter(({ medium }) => medium === 'ocr')) {
    const unclear = unclearPlaces(page);
    const picture = unclear.length === 0 ? null : await pictureOf(looking, seen, page);
    if (picture === null) continue;
    const places = unclear.map(({ box }, at): Place => ({ id: `unclear ${at}`, look: 'text', box }));
    const readings = new Map((await secondReader.readPlaces(picture, places)).map((one) => [one.id, one]));
    mended.set(
      page.number,
      mendPage(
        page,
        unclear,
        places.map(({ id }) => readings.get(id)),
      ),
    );
  }
  return mended;
}

async function pictureOf(
  { documentReader, secondReader, open }: Looking,
  { file }: SeenFile,
  page: PageReading,
): Promise<ReadPagePicture | null> {
  const opened = { bytes: await open(), mediaType: file.mediaType };
  const picture = await pictureOfPage(documentReader, secondReader, opened, page.number);
  return picture === null ? null : { ...picture, turned: page.turned ?? 0 };
}

/** Has the values of the pages that were read from pictures looked at once more, by other means, where they stand. */
export async function lookAgain<V extends Values>(
  looking: Looking,
  seen: SeenFile,
  values: V,
  mended: Mended = new Map(),
): Promise<V> {
  if (looking.secondReader.engine === nobody) return values;
  let looked = values;
  for (const page of seen.pages.filter(({ medium }) => medium === 'ocr')) {
    looked = await lookAtPage(looking, seen, { page, alone: mended.get(page.number)?.alone ?? [] }, looked);
  }
  return looked;
}

export type SeenFile = { file: FileRecord; reading: FileReading; pages: readonly PageReading[] };

async function lookAtPage<V extends Values>(
  looking: Looking,
  seen: SeenFile,
  { page, alone }: MendedPage,
  values: V,
): Promise<V> {
  const { secondReader } = looking;
  const { priceOf, witnesses } = secondReader;
  const slots = slotsOf(values);
  const names = priceOf === undefined ? namesToRead(slots, page.number) : [];
  const isOwn = ({ look, box }: Place) => look !== 'text' || !isAlone(box, alone);
  const wanted = [
    ...placesToSee(slots, page.number, priceOf !== undefined).flatMap(({ place }) => (isOwn(place) ? [place] : [])),
    ...names,
  ].filter(({ look }) => witnesses === undefined || witnesses.includes(look));
  const picture = wanted.length === 0 ? null : await pictureOf(looking, seen, page);
  if (picture === null) return values;
  const readings = await secondReader.readPlaces(picture, wanted);
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  return mapValues(values, (slot) => {
    const second = slot.value.page === page.number ? byId.get(slot.id) : undefined;
    if (second === undefined) return slot.value;
    return witnessed(slot, signedBy(slot, second, values, byId), secondReader.engine);
  });
}
