/** `value` is the first one where there are several. */
export type MapiProperty = { id: number; type: number; value: Uint8Array };

const propertiesMax = 1000;
const severalValues = 0x1000;
const fixedBytes = new Map([
  [0x01, 4],
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
]);
const variableTypes = new Set([0x0d, 0x1e, 0x1f, 0x102]);

/** Reads on in a list of bytes and remembers whether it ever ran out of them. */
class Cursor {
  readonly #view: DataView;
  #at = 0;
  isBroken = false;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u16(): number {
    const bytes = this.take(2);
    return (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
  }

  u32(): number {
    const low = this.u16();
    return low + this.u16() * 0x10000;
  }

  take(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#view.byteLength) {
      this.isBroken = true;
      return new Uint8Array();
    }
    const taken = new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#at, count);
    this.#at = end;
    return taken;
  }

  /** Values of variable length are filled up to four bytes. */
  takePadded(count: number): Uint8Array {
    const taken = this.take(count);
    this.take((4 - (count % 4)) % 4);
    return taken;
  }
}

/** The MAPI properties inside a TNEF attribute; null when they cannot be followed to the end. */
export function readMapiProperties(bytes: Uint8Array): MapiProperty[] | null {
  const cursor = new Cursor(bytes);
  const count = cursor.u32();
  if (count > propertiesMax) return null;
  const properties: MapiProperty[] = [];
  for (let number = 0; number < count && !cursor.isBroken; number += 1) {
    const type = cursor.u16();
    const id = cursor.u16();
    if (id >= 0x8000) skipName(cursor);
    const value = readValue(cursor, type);
    if (value === null) return null;
    properties.push({ id, type: type & ~severalValues, value });
  }
  return cursor.isBroken ? null : properties;
}

function skipName(cursor: Cursor): void {
  cursor.take(16);
  const isText = cursor.u32() === 1;
  if (isText) cursor.takePadded(cursor.u32());
  else cursor.u32();
}

function readValue(cursor: Cursor, type: number): Uint8Array | null {
  const plain = type & ~severalValues;
  const fixed = fixedBytes.get(plain);
  const isVariable = variableTypes.has(plain);
  if (fixed === undefined && !isVariable) return null;
  const count = isVariable || type !== plain ? cursor.u32() : 1;
  let first: Uint8Array | null = null;
  for (let number = 0; number < count && !cursor.isBroken; number += 1) {
    const value = isVariable ? cursor.takePadded(cursor.u32()) : cursor.take(fixed ?? 0);
    first ??= value;
  }
  return first ?? new Uint8Array();
}
