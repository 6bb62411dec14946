import type { PagePicture } from '#shared/ports/text-reader.ts';

type Size = { width: number; height: number };

/** US Letter in points: for a PDF or TIFF page, whose size the caller knows from its own reading. */
const letter: Size = { width: 612, height: 792 };

/** Pixels of a PNG or JPEG, from its head only; Textract tells places as fractions and never the size. */
export function pictureSizeOf({ bytes, mediaType }: PagePicture): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = mediaType === 'image/png' ? pngSize(view) : mediaType === 'image/jpeg' ? jpegSize(view) : null;
  return size && size.width > 0 && size.height > 0 ? size : letter;
}

function pngSize(view: DataView): Size | null {
  const isPng = view.byteLength >= 24 && view.getUint32(0) === 0x89504e47;
  return isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
}

/** Walks the segments to the frame header (SOF0 to SOF15 but for the three that are tables). */
function jpegSize(view: DataView): Size | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
