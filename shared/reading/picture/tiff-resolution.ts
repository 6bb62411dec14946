/** Dots an inch (or centimetre) across and down. */
export type Resolution = { across: number; down: number };

const acrossTag = 282;
const downTag = 283;

/** What a TIFF says about its page (1-based): a fax has other dots across than down. Null when it does not say. */
export function tiffResolution(bytes: Uint8Array, page: number): Resolution | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const start = view.getUint32(0);
    if (start !== 0x49492a00 && start !== 0x4d4d002a) return null;
    return resolutionIn(view, start === 0x49492a00, page);
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function resolutionIn(view: DataView, little: boolean, page: number): Resolution | null {
  let directory = view.getUint32(4, little);
  for (let skipped = 1; skipped < page && directory !== 0; skipped++) {
    directory = view.getUint32(directory + 2 + view.getUint16(directory, little) * 12, little);
  }
  if (directory === 0) return null;
  const across = ratioOf(view, little, directory, acrossTag);
  const down = ratioOf(view, little, directory, downTag);
  return across > 0 && down > 0 ? { across, down } : null;
}

/** Both tags are fractions: two whole numbers, stored elsewhere. */
function ratioOf(view: DataView, little: boolean, directory: number, tag: number): number {
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12;
    if (view.getUint16(at, little) !== tag) continue;
    const place = view.getUint32(at + 8, little);
    const below = view.getUint32(place + 4, little);
    return below === 0 ? 0 : view.getUint32(place, little) / below;
  }
  return 0;
}
