/** One element of BER: its tag, and where its content begins and ends. `next` is behind it. */
type Element = { tag: number; start: number; end: number; next: number };

const sequence = 0x30;
const contextZero = 0xa0;
const octets = 0x04;
const octetsInPieces = 0x24;
const objectId = 0x06;
const signedData = '2a864886f70d010702';
const elementsMax = 100_000;
const depthMax = 16;

export type CmsContent =
  /** the mail inside the signature; null where the signature holds none (it lies elsewhere) */
  { kind: 'signed'; content: Uint8Array | null } | { kind: 'other' };

/**
 * What lies inside a signature (S/MIME, RFC 5652). Nobody checks the signature here, so nothing is believed because of it; an encrypted
 * or broken one is `other`.
 */
export function readCms(bytes: Uint8Array): CmsContent {
  const walk = new Walk(bytes);
  const info = walk.first(sequence, 0, bytes.length);
  const type = info && walk.element(info.start, info.end);
  if (!info || type?.tag !== objectId || hexOf(bytes, type) !== signedData) return { kind: 'other' };
  const explicit = walk.first(contextZero, type.next, info.end);
  const signed = explicit && walk.first(sequence, explicit.start, explicit.end);
  if (!signed) return { kind: 'other' };
  // version, the set of digests, then what was signed
  const enclosed = walk.children(signed).find(({ tag }) => tag === sequence);
  const holder = enclosed && walk.children(enclosed).find(({ tag }) => tag === contextZero);
  const [content] = holder ? walk.children(holder) : [];
  return { kind: 'signed', content: content ? walk.octets(content) : null };
}

const hexOf = (bytes: Uint8Array, { start, end }: Element) =>
  Buffer.from(bytes.subarray(start, Math.min(end, start + 32))).toString('hex');

/** Walks elements under a bound of how many and how deep; what does not add up is not there. */
class Walk {
  readonly #bytes: Uint8Array;
  #left = elementsMax;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  first(tag: number, at: number, end: number): Element | null {
    const element = this.element(at, end);
    return element?.tag === tag ? element : null;
  }

  children({ start, end }: Element): Element[] {
    const found: Element[] = [];
    for (let at = start; at < end; ) {
      const element = this.element(at, end);
      if (!element) break;
      found.push(element);
      at = element.next;
    }
    return found;
  }

  /** In one piece, or in pieces that follow each other. */
  octets(element: Element, depth = 0): Uint8Array | null {
    if (element.tag === octets) return this.#bytes.subarray(element.start, element.end);
    if (element.tag !== octetsInPieces || depth > depthMax) return null;
    const pieces = this.children(element).map((piece) => this.octets(piece, depth + 1));
    const whole = pieces.filter((piece) => piece !== null);
    return whole.length === pieces.length ? Buffer.concat(whole) : null;
  }

  element(at: number, limit: number, depth = 0): Element | null {
    this.#left -= 1;
    const tag = this.#bytes[at];
    const first = this.#bytes[at + 1];
    if (this.#left < 0 || depth > depthMax || tag === undefined || first === undefined || at + 2 > limit) return null;
    // no tag that we look for takes more than a byte
    if ((tag & 0x1f) === 0x1f || (tag === 0 && first === 0)) return null;
    if (first === 0x80) return this.#openEnded(tag, at + 2, limit, depth);
    const count = first < 0x80 ? 0 : first & 0x7f;
    if (count > 4) return null;
    let length = first < 0x80 ? first : 0;
    for (let place = 0; place < count; place += 1) length = length * 256 + (this.#bytes[at + 2 + place] ?? 0);
    const start = at + 2 + count;
    const end = start + length;
    return end > limit ? null : { tag, start, end, next: end };
  }

  /** Of no length that is told: it ends with two zeros behind its last child. */
  #openEnded(tag: number, start: number, limit: number, depth: number): Element | null {
    let at = start;
    while (at + 1 < limit) {
      if (this.#bytes[at] === 0 && this.#bytes[at + 1] === 0) return { tag, start, end: at, next: at + 2 };
      const child = this.element(at, limit, depth + 1);
      if (!child) return null;
      at = child.next;
    }
    return null;
  }
}
