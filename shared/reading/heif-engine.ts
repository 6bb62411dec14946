import type { Libheif } from 'libheif-js/libheif-wasm/libheif.js';

let started: Promise<Libheif> | null = null;

/**
 * The one libheif (WebAssembly, decodes only) of this process. Loaded with the first photo: most files are not HEIC. It
 * finds `libheif.wasm` beside its own code, in the package as in a bundle.
 */
export function startLibheif(): Promise<Libheif> {
  started ??= import('libheif-js/libheif-wasm/libheif.js').then(({ default: start }) => start());
  return started;
}
