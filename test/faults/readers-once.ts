import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { makeContainedDocumentReader } from '#shared/adapters/local/contained-document-reader.ts';
import { makeContainedMailOpener } from '#shared/adapters/local/contained-mail-opener.ts';
import { noSecondReader } from '#shared/adapters/local/no-second-reader.ts';
import { openPpOcrSecondReader } from '#shared/adapters/local/pp-ocr-second-reader.ts';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import type { Ports } from './through.ts';

const opener = makeContainedMailOpener({ size: 1 });
const documents = makeContainedDocumentReader({ size: 1 });
const tesseract = makeTesseractTextReader({ size: 1 });
const ppOcr = (await openPpOcrSecondReader()) ?? noSecondReader;

/** The real readers, each asked once for the same bytes: what is tried a thousand times is what stands around them. */
export const readersOnce: Pick<Ports, 'mailOpener' | 'documentReader' | 'textReader' | 'secondReader'> = {
  mailOpener: { open: once((raw) => opener.open(raw)) },
  documentReader: {
    read: once((file) => documents.read(file)),
    draw: once((file, page, dots) => documents.draw(file, page, dots)),
  },
  textReader: { ...tesseract, readPage: once((page) => tesseract.readPage(page)) },
  secondReader: { ...ppOcr, readPlaces: once((page, places) => ppOcr.readPlaces(page, places)) },
};

function once<Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) {
  const known = new Map<string, Promise<Result>>();
  return async (...given: Given): Promise<Result> => {
    const name = createHash('sha256').update(serialize(given)).digest('hex');
    const answer = known.get(name) ?? work(...given);
    known.set(name, answer);
    return structuredClone(await answer);
  };
}
