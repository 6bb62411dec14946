import { afterAll, describe, expect, it } from 'vitest';
import { extractDocument } from '#functions/read-fields/extract-document.ts';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import { drawPage } from '#shared/reading/draw-page.ts';
import { isSpanish } from '#shared/reading/picture/spanish-page.ts';
import { inSpanish } from '#test/functions/read-fields/certificates-on-paper.ts';

const reader = makeTesseractTextReader({ size: 1 });
afterAll(() => reader.close());

const said = (text: string) => text.split(' ').map((word) => ({ text: word, confidence: 0.9 }));

describe('a page in Spanish', () => {
  it('is read with its accents in name, title and provider', async () => {
    const bytes = await drawPage({ bytes: await inSpanish(), mediaType: 'application/pdf' }, 1, 150);
    const page = await reader.readPage({ bytes: bytes ?? new Uint8Array(), mediaType: 'image/png' });
    expect(page.words.map(({ text }) => text).join(' ')).toContain('Certificado de Participación');
    const { fields } = extractDocument([page], 'certificate');
    expect(Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))).toMatchObject({
      attendeeName: 'María Fernanda de la Cruz',
      courseTitle: 'Apoyo entre Pares y Cultura',
      provider: 'Centro Comunitario Río Rojo',
      completedOn: '2026-05-12',
      hours: '2',
    });
  });

  it('is told by its words, not by a Spanish name on an English page', () => {
    expect(isSpanish(said('Certificado de Finalización se otorga a Ana por haber completado el taller'))).toBe(true);
    expect(
      isSpanish(said('This certifies that Luz de la Cruz of La Place has completed Apoyo entre Pares for 2 hours')),
    ).toBe(false);
    expect(
      isSpanish(said('Certificate Certificado This certifies that se certifica que the of for to in hours horas por')),
    ).toBe(false);
  });

  it('is not believed on words that were hardly seen', () => {
    const guessed = said('Certificado otorga por haber completado el taller de la').map(({ text }) => ({
      text,
      confidence: 0.2,
    }));
    expect(isSpanish(guessed)).toBe(false);
  });
});
