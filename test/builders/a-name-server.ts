import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

type Zone = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const typeNumbers: Readonly<Record<string, number>> = { A: 1, TXT: 16 };
const noSuchName = 3;
const serverFailed = 2;

export type NameServer = { address: string; asked: string[]; close(): Promise<void> };

/** A name server on this machine that knows the TXT and A records of a zone, and says of all else that it is not there; or one that is broken. */
export async function aNameServer(zone: Zone | 'broken'): Promise<NameServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => socket.send(answerTo(question, zone, asked), from.port, from.address));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = socket.address();
  return {
    address: `127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answerTo(question: Buffer, zone: Zone | 'broken', asked: string[]): Buffer {
  const labels: string[] = [];
  let at = 12;
  while (question[at]) {
    const length = question[at] ?? 0;
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const name = labels.join('.').toLowerCase();
  asked.push(name);
  const number = question.readUInt16BE(at + 1);
  const known = zone === 'broken' ? undefined : zone[name];
  const type = Object.keys(typeNumbers).find((name) => typeNumbers[name] === number) ?? '';
  const rows = (known?.[type] ?? []).map((row) => rowOf(number, row));
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180 | (zone === 'broken' ? serverFailed : known === undefined ? noSuchName : 0), 2);
  head.writeUInt16BE(rows.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, question.subarray(12, at + 5), ...rows]);
}

function rowOf(type: number, text: string): Buffer {
  const pieces = text.match(/.{1,255}/gs) ?? [];
  const data =
    type === typeNumbers.A
      ? Buffer.from(text.split('.').map(Number))
      : Buffer.concat(pieces.map((piece) => Buffer.from([piece.length, ...Buffer.from(piece, 'latin1')])));
  const head = Buffer.from([0xc0, 0x0c, 0, type, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
