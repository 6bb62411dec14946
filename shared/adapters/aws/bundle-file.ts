import { readFileSync } from 'node:fs';

/** A file that lies beside the code. Read once, at the start, so that a bundle without it fails before its first event. */
export function readBundleFile(name: string, beside: string): Uint8Array {
  return readFileSync(new URL(name, beside));
}
