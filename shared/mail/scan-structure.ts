import { mediaTypeOf, parameterOf } from './header-value.ts';
import type { MailFlag } from './mail-flag.ts';
import { withoutEndBlanks } from './mail-lines.ts';

/** How often a boundary was announced, begun and ended. */
type Boundary = { declared: number; opened: number; closed: number; isReopened: boolean };
type HeaderBlock = { contentTypes: number; isMessage: boolean; isBase64: boolean; isStarted: boolean };

export type StructureCounts = { boundaries: number; delimiters: number; messages: number; topHeaderLines: number };

const headerValueMax = 8192;
const uuencodeStart = /^begin [0-7]{3,4} \S/;
const [dash, letterB] = [0x2d, 0x62];

/** Follows header blocks and boundary lines of a mail, line by line, without building a tree. */
export class StructureScan {
  readonly #boundaries = new Map<string, Boundary>();
  readonly #flags = new Set<MailFlag>();
  readonly counts: StructureCounts = { boundaries: 0, delimiters: 0, messages: 0, topHeaderLines: 0 };
  #block: HeaderBlock | null = newBlock();
  #isTop = true;
  #name = '';
  #value = '';
  /** where the body of the part now open begins, and whether it is base64 */
  bodyStart = 0;
  isBodyBase64 = false;

  get boundaries(): string[] {
    return [...this.#boundaries.keys()];
  }

  get isInTopHeader(): boolean {
    return this.#isTop;
  }

  /** in a list of recipients: long is not hostile there, only a mail to everybody */
  get isAmongAddresses(): boolean {
    return this.#name === 'to' || this.#name === 'cc';
  }

  /** Inside a body a line counts only where it may be a boundary or the beginning of a file in uuencode: nearly all lines of a mail do not. */
  isIndifferentTo(first: number | undefined): boolean {
    return this.#block === null && first !== dash && first !== letterB;
  }

  /** `line` may be cut: only its beginning is looked at. `next` is where the following line begins. */
  take(line: string, next: number): void {
    if (line.startsWith('--') && this.#takeDelimiter(withoutEndBlanks(line).slice(2), next)) return;
    if (this.#block) this.#takeHeaderLine(this.#block, line, next);
    else if (uuencodeStart.test(line)) this.#flags.add('uuencode');
  }

  /** The flags of the whole mail, once every line was taken. */
  finish(): Set<MailFlag> {
    if (this.#block) this.#endBlock(this.#block, this.bodyStart);
    for (const boundary of this.#boundaries.values()) {
      if (boundary.opened === 0) this.#flags.add('boundary-unused');
      else if (boundary.closed === 0) this.#flags.add('unclosed');
      if (boundary.isReopened || boundary.closed > boundary.declared) this.#flags.add('multi-close');
    }
    return this.#flags;
  }

  #takeDelimiter(name: string, next: number): boolean {
    if (this.#block) this.#endHeader(this.#block);
    const opened = this.#boundaries.get(name);
    const closed = name.endsWith('--') ? this.#boundaries.get(name.slice(0, -2)) : undefined;
    const boundary = opened ?? closed;
    if (!boundary) return false;
    this.counts.delimiters += 1;
    if (opened) {
      if (opened.closed >= opened.declared) opened.isReopened = true;
      opened.opened += 1;
    } else boundary.closed += 1;
    if (this.#block) this.#endBlock(this.#block, next);
    this.#block = opened ? newBlock() : null;
    this.isBodyBase64 = false;
    return true;
  }

  #takeHeaderLine(block: HeaderBlock, line: string, next: number): void {
    if (this.#isTop) this.counts.topHeaderLines += 1;
    if (line === '') {
      if (block.isStarted || !this.#isTop) this.#endBlock(block, next);
      return;
    }
    block.isStarted = true;
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (this.#name && this.#value.length < headerValueMax) this.#value += ` ${line.trim()}`;
      return;
    }
    this.#endHeader(block);
    const colon = line.indexOf(':');
    this.#name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    this.#value = line.slice(colon + 1);
  }

  #endBlock(block: HeaderBlock, next: number): void {
    this.#endHeader(block);
    this.#isTop = false;
    this.bodyStart = next;
    this.isBodyBase64 = block.isBase64;
    this.#block = block.isMessage && !block.isBase64 ? newBlock() : null;
  }

  #endHeader(block: HeaderBlock): void {
    const [name, value] = [this.#name, this.#value];
    this.#name = '';
    if (name === 'content-transfer-encoding') block.isBase64 = /^\s*base64\b/i.test(value);
    if (name !== 'content-type') return;
    block.contentTypes += 1;
    if (block.contentTypes > 1) this.#flags.add('dup-ct');
    this.#takeContentType(block, value);
  }

  #takeContentType(block: HeaderBlock, value: string): void {
    const mediaType = mediaTypeOf(value);
    if (mediaType === 'message/partial') this.#flags.add('partial');
    if (mediaType === 'message/external-body') this.#flags.add('external-body');
    block.isMessage = mediaType === 'message/rfc822' || mediaType === 'message/global';
    if (block.isMessage) this.counts.messages += 1;
    const name = mediaType.startsWith('multipart/') ? parameterOf(value, 'boundary') : null;
    if (name === null) return;
    this.counts.boundaries += 1;
    const known = this.#boundaries.get(name);
    if (known) known.declared += 1;
    else this.#boundaries.set(name, { declared: 1, opened: 0, closed: 0, isReopened: false });
  }
}

function newBlock(): HeaderBlock {
  return { contentTypes: 0, isMessage: false, isBase64: false, isStarted: false };
}
