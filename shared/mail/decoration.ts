import { type ImageSize, imageSize } from './image-size.ts';

const smallBytes = 30_000;
const smallPixels = 200_000;
const stripRatio = 6;

/**
 * A logo or signature picture: shown inside the text by its content id, and small or a strip. Evidence, not the
 * disposition: phones send photographs of certificates "inline" as well.
 */
export function isDecoration(
  file: { bytes: Uint8Array; mediaType: string; contentId: string | null; isShown?: boolean },
  html: string,
): boolean {
  if (!file.mediaType.startsWith('image/')) return false;
  if (!file.isShown && !isShownBy(file.contentId, html)) return false;
  return file.bytes.length < smallBytes || isSmallOrStrip(imageSize(file.bytes, file.mediaType));
}

function isShownBy(contentId: string | null, html: string): boolean {
  if (contentId === null) return false;
  return html.includes(`cid:${contentId}`) || html.includes(`cid:${encodeURIComponent(contentId)}`);
}

function isSmallOrStrip(size: ImageSize | null): boolean {
  if (!size || size.width === 0 || size.height === 0) return false;
  const ratio = Math.max(size.width / size.height, size.height / size.width);
  return size.width * size.height < smallPixels || ratio > stripRatio;
}
