import type { PdfDangers } from './pdf-dangers.ts';

/** For a file whose objects cannot be listed: the words that stand in the open. Short ones stand in any picture by chance. */
export function dangersInBytes(bytes: Uint8Array): PdfDangers {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const text = plain.replace(/#([0-9a-fA-F]{2})/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return {
    launchesProgram: /\/S\s{0,20}\/Launch\b/.test(text),
    carriesProgram: false,
    hasScript: /\/JavaScript\b/.test(text),
    hasFiles: /\/EmbeddedFile/.test(text),
  };
}
