import { existsSync, readFileSync } from 'node:fs';

/** The files of the canary's packet that lie beside the code, by their names; null for one that is not there. */
export const readBundlePacket =
  (beside: string) =>
  (name: string): Uint8Array | null => {
    const file = new URL(`canary/${encodeURIComponent(name)}`, beside);
    return existsSync(file) ? readFileSync(file) : null;
  };
