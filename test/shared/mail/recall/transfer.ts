import type { Chance } from '#test/corpus/make/chance.ts';

/** Bytes as they travel. `isBinary`: line ends of the mail must not be touched any more. */
export type Travelling = { encoding: string | null; body: string; isBinary: boolean };

const base64Lines = (bytes: Buffer, width: number, end: string) =>
  (bytes.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(end);

function quotedPrintable(bytes: Buffer): string {
  const codes = Array.from(bytes, (byte) => {
    const isPlain = byte >= 33 && byte <= 126 && byte !== 61;
    return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const lines: string[] = [''];
  for (const code of codes) {
    if ((lines.at(-1) ?? '').length + code.length > 73) lines.push('');
    lines[lines.length - 1] += code;
  }
  return lines.join('=\r\n');
}

function uuencoded(bytes: Buffer, name: string): string {
  const letter = (six: number) => String.fromCharCode(six === 0 ? 96 : six + 32);
  const lines = Array.from({ length: Math.ceil(bytes.length / 45) }, (_, at) => {
    const line = bytes.subarray(at * 45, at * 45 + 45);
    const filled = Buffer.concat([line, Buffer.alloc((3 - (line.length % 3)) % 3)]);
    const groups = Array.from({ length: filled.length / 3 }, (_, group) => filled.readUIntBE(group * 3, 3));
    return (
      letter(line.length) +
      groups.map((bits) => [18, 12, 6, 0].map((shift) => letter((bits >> shift) & 63)).join('')).join('')
    );
  });
  return [`begin 644 ${name}`, ...lines, '`', 'end', ''].join('\r\n');
}

export function travelling(bytes: Buffer, chance: Chance): Travelling {
  const seven = { isBinary: false };
  const ways: (() => Travelling)[] = [
    () => ({ encoding: 'base64', body: base64Lines(bytes, 76, '\r\n'), ...seven }),
    () => ({
      encoding: chance.pick(['BASE64', 'Base64 ', 'base64 (as usual)']),
      body: base64Lines(bytes, 60, '\r\n'),
      ...seven,
    }),
    () => ({ encoding: 'base64', body: base64Lines(bytes, 100_000, ''), ...seven }),
    () => ({ encoding: 'base64', body: base64Lines(bytes, 72, ' \r\n'), ...seven }),
    () => ({ encoding: 'base64', body: base64Lines(bytes, 76, '\r\n').replace(/=+$/, ''), ...seven }),
    () => ({ encoding: 'base64', body: base64Lines(bytes, 76, '\r\n\r\n'), ...seven }),
    () => ({ encoding: 'quoted-printable', body: quotedPrintable(bytes), ...seven }),
    () => ({ encoding: 'x-uuencode', body: uuencoded(bytes, 'paper.bin'), ...seven }),
    () => ({ encoding: chance.pick(['binary', '8bit', null]), body: bytes.toString('latin1'), isBinary: true }),
  ];
  return chance.is(1 / 3) ? chance.pick(ways)() : (ways[0]?.() ?? chance.pick(ways)());
}
