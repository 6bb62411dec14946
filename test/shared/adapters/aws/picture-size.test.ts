import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureSizeOf } from '#shared/adapters/aws/picture-size.ts';

/** A JPEG up to its frame header: start, a comment of 3 bytes, a table that is no frame, the frame. */
const jpegHead = Uint8Array.from([
  ...[0xff, 0xd8],
  ...[0xff, 0xfe, 0, 5, 1, 2, 3],
  ...[0xff, 0xc4, 0, 4, 9, 9],
  ...[0xff, 0xc2, 0, 17, 8, 0x06, 0x54, 0x04, 0xc2, 3, 0, 0, 0],
]);

describe('the size of a page picture', () => {
  it('is read from the head of a JPEG', () => {
    expect(pictureSizeOf({ bytes: jpegHead, mediaType: 'image/jpeg' })).toEqual({ width: 1218, height: 1620 });
  });

  it('is that of US Letter where the head does not tell it', () => {
    const bytes = Buffer.from('%PDF-1.7');
    for (const mediaType of ['application/pdf', 'image/tiff', 'image/png', 'image/jpeg'] as const) {
      expect(pictureSizeOf({ bytes, mediaType })).toEqual({ width: 612, height: 792 });
    }
  });

  it('is always something, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat({ max: 40 }),
        fc.constantFrom('image/png' as const, 'image/jpeg' as const),
        (noise, cut, mediaType) => {
          for (const bytes of [noise, Uint8Array.from([...jpegHead.subarray(0, cut), ...noise])]) {
            const { width, height } = pictureSizeOf({ bytes, mediaType });
            expect(Math.min(width, height)).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
