/** An entry of the directory: a stream, or a folder of further ones. */
type Entry = { type: number; left: number; right: number; child: number; first: number; size: number };

const headerSectors = 109;
const headerBytes = 512;
const entryBytes = 128;
const smallStreamBytes = 4096;
const smallSectorBytes = 64;
const entriesMax = 20_000;
const stepsMax = 2_000_000;
const depthMax = 60;
const endOfChain = -2;
const none = -1;
const folderType = 1;
const streamType = 2;
const rootType = 5;

/**
 * Whether the chains and folders of an old Office container (MS-CFB) come to an end and lie inside it. The library that reads
 * Outlook messages follows both without a bound: what goes round in a circle must never reach it.
 */
export function isSoundCompound(bytes: Uint8Array): boolean {
  return bytes.length >= headerBytes && new Compound(bytes).isSound();
}

class Compound {
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #sectors: number;
  #steps = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sectorBytes = this.#view.getUint8(30) === 12 ? 4096 : 512;
    this.#sectors = Math.ceil(bytes.length / this.#sectorBytes);
  }

  isSound(): boolean {
    const table = this.#sectorTable();
    const directory = table && this.#chain(table, this.#int(0x30));
    const small = table && this.#smallTable(table);
    if (!table || !directory || !small) return false;
    const perSector = this.#sectorBytes / entryBytes;
    if (directory.length * perSector > entriesMax) return false;
    const entries = directory.flatMap((sector) =>
      Array.from({ length: perSector }, (_, at) => this.#entryAt(this.#place(sector) + at * entryBytes)),
    );
    const [root] = entries;
    if (root?.type !== rootType || !this.#chain(table, root.first)) return false;
    return this.#isTree(entries) && entries.every((entry) => this.#isStreamSound(entry, table, small));
  }

  #int(at: number): number {
    return at + 4 <= this.#view.byteLength ? this.#view.getInt32(at, true) : none;
  }

  #place(sector: number): number {
    return (sector + 1) * this.#sectorBytes;
  }

  /** Where the table of sectors itself lies: in the header, and for large files in a chain of its own. */
  #sectorTable(): Int32Array | null {
    const count = this.#int(0x2c);
    const chained = this.#int(0x48);
    if (count < 1 || count > this.#sectors || chained < 0 || chained > this.#sectors) return null;
    const places = Array.from({ length: Math.min(count, headerSectors) }, (_, at) => this.#int(0x4c + at * 4));
    const perSector = this.#sectorBytes / 4;
    let sector = this.#int(0x44);
    for (let number = 0; number < chained; number += 1) {
      if (!this.#isSector(sector)) return null;
      const wanted = Math.min(count - places.length, perSector - 1);
      for (let at = 0; at < wanted; at += 1) places.push(this.#int(this.#place(sector) + at * 4));
      sector = this.#int(this.#place(sector) + (perSector - 1) * 4);
    }
    return places.every((place) => this.#isSector(place)) ? this.#numbersIn(places) : null;
  }

  #smallTable(table: Int32Array): Int32Array | null {
    const count = this.#int(0x40);
    if (count < 0 || count > this.#sectors) return null;
    if (count === 0) return new Int32Array();
    const places = this.#chain(table, this.#int(0x3c));
    return places && this.#numbersIn(places);
  }

  #numbersIn(sectors: readonly number[]): Int32Array {
    const perSector = this.#sectorBytes / 4;
    const numbers = new Int32Array(sectors.length * perSector);
    for (const [at, sector] of sectors.entries())
      for (let place = 0; place < perSector; place += 1)
        numbers[at * perSector + place] = this.#int(this.#place(sector) + place * 4);
    return numbers;
  }

  #isSector(sector: number): boolean {
    return sector >= 0 && sector < this.#sectors;
  }

  /** The sectors of a chain; null when it goes round, leaves the file or the bound of all steps is used up. */
  #chain(table: Int32Array, first: number): number[] | null {
    const chain: number[] = [];
    for (let sector = first; sector !== endOfChain; sector = table[sector] ?? endOfChain) {
      this.#steps += 1;
      if (sector < 0 || chain.length >= table.length || this.#steps > stepsMax) return null;
      chain.push(sector);
    }
    return chain;
  }

  #entryAt(at: number): Entry {
    const int = (offset: number) => this.#int(at + offset);
    const type = at + entryBytes <= this.#view.byteLength ? this.#view.getUint8(at + 0x42) : 0;
    return { type, left: int(0x44), right: int(0x48), child: int(0x4c), first: int(0x74), size: int(0x78) };
  }

  /** Each entry hangs in one place only, and not too deep. */
  #isTree(entries: readonly Entry[]): boolean {
    const seen = new Set<number>([0]);
    const open = [{ at: entries[0]?.child ?? none, depth: 1 }];
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.at === none) continue;
      const entry = entries[next.at];
      if (!entry || seen.has(next.at) || next.depth > depthMax) return false;
      seen.add(next.at);
      open.push({ at: entry.left, depth: next.depth }, { at: entry.right, depth: next.depth });
      if (entry.type === folderType) open.push({ at: entry.child, depth: next.depth + 1 });
    }
    return true;
  }

  #isStreamSound({ type, first, size }: Entry, table: Int32Array, small: Int32Array): boolean {
    if (type !== streamType || size === 0) return true;
    if (size < 0 || size > this.#view.byteLength) return false;
    const isSmall = size < smallStreamBytes;
    const chain = this.#chain(isSmall ? small : table, first);
    return chain !== null && chain.length * (isSmall ? smallSectorBytes : this.#sectorBytes) >= size;
  }
}
