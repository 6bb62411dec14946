import type { HeifHandle, Libheif } from 'libheif-js/libheif-wasm/libheif.js';
import { z } from 'zod';
import { startLibheif } from './heif-engine.ts';
import type { Picture } from './png-file.ts';
import { shrinkColours } from './shrink-colours.ts';

/** Phones have 48 million pixels at most; opened, each takes some nine bytes. */
export const heifPixelsMax = 50_000_000;

/** Libheif answers with an object that can be released, or with an error that has a code. */
const failureSchema = z.object({ code: z.unknown() });
const planesSchema = z.object({
  channels: z.tuple([
    z.object({
      data: z.instanceof(Uint8Array),
      stride: z.number().int(),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
    }),
  ]),
});

/**
 * The main picture of a HEIC file, turned upright, its long side at most `longSideMax` pixels. Null when it is damaged, or
 * larger than its header said.
 */
export async function openHeif(bytes: Uint8Array, longSideMax: number): Promise<Picture | null> {
  const libheif = await startLibheif();
  const context = libheif.heif_context_alloc();
  try {
    const read = libheif.heif_context_read_from_memory(context, bytes);
    if (read.code !== libheif.heif_error_code.heif_error_Ok) return null;
    const handle = libheif.heif_js_context_get_primary_image_handle(context);
    return failureSchema.safeParse(handle).success ? null : decode(libheif, handle, longSideMax);
  } finally {
    libheif.heif_context_free(context);
  }
}

/** The true size is known before a pixel is decoded: a header may lie. */
function decode(libheif: Libheif, handle: HeifHandle, longSideMax: number): Picture | null {
  try {
    const pixels = libheif.heif_image_handle_get_width(handle) * libheif.heif_image_handle_get_height(handle);
    if (pixels > heifPixelsMax) return null;
    const decoded = libheif.heif_js_decode_image2(
      handle,
      libheif.heif_colorspace.heif_colorspace_RGB,
      libheif.heif_chroma.heif_chroma_interleaved_RGB,
    );
    const planes = planesSchema.safeParse(decoded);
    if (!planes.success) return null;
    const [{ data, stride, width, height }] = planes.data.channels;
    const picture = shrinkColours({ width, height, stride, data }, longSideMax);
    libheif.heif_image_release(decoded.image);
    return picture;
  } finally {
    libheif.heif_image_handle_release(handle);
  }
}
