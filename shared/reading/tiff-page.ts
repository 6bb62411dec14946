/**
 * One page (from 1) of a TIFF of several as a TIFF of its own: the same bytes, whose head points to that page and whose
 * page points to no other. Textract takes one page a call. Null when there is no such page.
 */
export function tiffOfOnePage(bytes: Uint8Array, page: number): Uint8Array | null {
  const own = Uint8Array.from(bytes);
  const view = new DataView(own.buffer);
  try {
    const start = view.getUint32(0);
    if (start !== 0x49492a00 && start !== 0x4d4d002a) return null;
    const little = start === 0x49492a00;
    const next = (directory: number) => directory + 2 + view.getUint16(directory, little) * 12;
    let directory = view.getUint32(4, little);
    for (let skipped = 1; skipped < page && directory !== 0; skipped++) {
      directory = view.getUint32(next(directory), little);
    }
    if (directory === 0) return null;
    view.setUint32(4, directory, little);
    view.setUint32(next(directory), 0, little);
    return own;
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}
