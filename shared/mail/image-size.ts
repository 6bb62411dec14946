export type ImageSize = { width: number; height: number };

/** Width and height as declared in the header of a PNG, GIF or JPEG; null when it is none or is broken. */
export function imageSize(bytes: Uint8Array, mediaType: string): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === 'image/png' && view.byteLength >= 24)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (mediaType === 'image/gif' && view.byteLength >= 10)
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return mediaType === 'image/jpeg' ? jpegSize(view) : null;
}

/** Walks the JPEG segments up to the frame header (SOF), which holds the size. */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
