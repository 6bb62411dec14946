import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type StartedOriginals, startOriginals } from '#infra/local/start-originals.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { readLocalSettings } from '#shared/config/settings.ts';

const oidc = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'desk' };
const behindTls = { CONSOLE_URL: 'https://desk.example.org', ...oidc };
let started: StartedOriginals | null = null;
afterEach(async () => started?.stop());

async function start(env: Record<string, string>): Promise<StartedOriginals | null> {
  const files = openFolderFileStore(await mkdtemp(join(tmpdir(), 'files-')));
  const { console } = readLocalSettings(env, []);
  started = await startOriginals(console, { records: openSqliteRecordStore(':memory:'), files, clock: systemClock });
  return started;
}

describe("where one machine hands out strangers' files", () => {
  it('is a port of its own under the other name of loopback, so that the cookie of the console does not come along', async () => {
    const at = (await start({}))?.at;

    const elsewhere = new URL(at?.(new URL('http://127.0.0.1:8080/originals/x')) ?? '');
    expect(elsewhere.hostname).toBe('localhost');
    expect(new URL(at?.(new URL('http://localhost:8080/')) ?? '').hostname).toBe('127.0.0.1');
    expect(elsewhere.port).not.toBe('8080');
    const answer = await fetch(`http://127.0.0.1:${elsewhere.port}/file?link=none`);
    expect(answer.status).toBe(403);
  });

  it('is the console itself, behind TLS, until it has a second name and a port for it', async () => {
    expect(await start(behindTls)).toBeNull();
    const ours = await start({ ...behindTls, ORIGINALS_URL: 'https://files.example.org/', ORIGINALS_PORT: '0' });
    expect(ours?.at(new URL('https://desk.example.org/'))).toBe('https://files.example.org');
  });

  it.each([
    [{ ...behindTls, ORIGINALS_URL: 'https://files.example.org' }, /ORIGINALS_PORT\. Set all three/],
    [{ ...behindTls, ORIGINALS_PORT: '8081' }, /ORIGINALS_URL and ORIGINALS_PORT/],
    [{ ORIGINALS_URL: 'https://files.example.org', ORIGINALS_PORT: '8081' }, /needs CONSOLE_URL/],
    [{ ...behindTls, ORIGINALS_URL: 'https://desk.example.org:444', ORIGINALS_PORT: '1' }, /another host name/],
    [{ ORIGINALS_URL: 'http://files.example.org' }, /https/],
  ])('is refused in words where the settings do not go together', async (env, sentence) => {
    expect(() => readLocalSettings(env, [])).toThrow(sentence);
  });
});
