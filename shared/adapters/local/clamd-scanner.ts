import type { NetConnectOpts } from 'node:net';
import type { ClamdPlace } from '#shared/config/clamd-place.ts';
import type { MalwareScanner, ScanAnswer } from '#shared/ports/malware-scanner.ts';
import { askClamd } from './clamd-exchange.ts';

export type ClamdOptions = { millisecondsMax?: number; bytesMax?: number };

/** A mail of 40 MB takes seconds; opening a mail must be through in a minute. */
const usualMillisecondsMax = 15_000;
/** What a mail may bring at most; clamd has a limit of its own (StreamMaxLength), and says when it is reached. */
const usualBytesMax = 64_000_000;
/** Signs of clamd that a file was not looked into: with a password on it, or beyond its own limits. */
const notLookedInto = /^Heuristics\.(?:Encrypted|Limits\.Exceeded)/;

/** clamd, the daemon of ClamAV, over its socket: a copy of the bytes is handed to it, and its one line is read. */
export function makeClamdScanner(place: ClamdPlace, options: ClamdOptions = {}): MalwareScanner {
  const { millisecondsMax = usualMillisecondsMax, bytesMax = usualBytesMax } = options;
  const to: NetConnectOpts = place.path === null ? { host: place.host, port: place.port } : { path: place.path };
  return {
    async scan({ bytes }) {
      if (bytes.length > bytesMax) return { result: 'not-scanned', by: 'ClamAV', because: 'too-large' };
      const [version, said] = await Promise.all([
        askClamd(to, 'VERSION', { millisecondsMax }),
        askClamd(to, 'INSTREAM', { body: bytes, millisecondsMax }),
      ]);
      return answerOf(said, nameOf(version));
    },
  };
}

/** "ClamAV 1.4.6/27412/Sun Nov 22 …": engine and signatures. */
function nameOf(version: string | null): string {
  const [, engine, signatures] = /^ClamAV ([\w.-]{1,30})(?:\/(\d{1,9}))?/.exec(version ?? '') ?? [];
  if (engine === undefined) return 'ClamAV';
  return signatures === undefined ? `ClamAV ${engine}` : `ClamAV ${engine}, signatures ${signatures}`;
}

function answerOf(said: string | null, by: string): ScanAnswer {
  if (said === null) return { result: 'not-scanned', by, because: 'unavailable' };
  if (said === 'stream: OK') return { result: 'nothing-found', by };
  const name = /^stream: (.{1,200}) FOUND$/.exec(said)?.[1];
  if (name !== undefined && notLookedInto.test(name)) return { result: 'not-scanned', by, because: 'unsupported' };
  if (name !== undefined) return { result: 'threat', by, name };
  return { result: 'not-scanned', by, because: /size limit exceeded/i.test(said) ? 'too-large' : 'failed' };
}
