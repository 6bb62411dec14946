import { makeOriginals, type OriginalsDeps } from '#functions/originals/originals.ts';
import type { ConsoleSettings } from '#shared/config/console-settings.ts';
import { type Listening, listen } from './listen.ts';

export type StartedOriginals = { at: (asked: URL) => string; stop: Listening['stop'] };

/**
 * The origin of strangers' files on this machine: a port of its own, and the other of the two names of loopback. Cookies know names and
 * no ports, so the console's are not even sent along.
 */
export async function startOriginals(
  { host: hostname, originals }: ConsoleSettings,
  deps: OriginalsDeps,
): Promise<StartedOriginals | null> {
  if (originals === null) return null;
  const { port, stop } = await listen(makeOriginals(deps), { hostname, port: originals.port });
  const { url } = originals;
  return { stop, at: (asked) => url ?? `http://${otherName(asked.hostname)}:${port}` };
}

const otherName = (name: string) => (name === 'localhost' ? '127.0.0.1' : 'localhost');
