import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const begun = Date.parse('2026-11-22T14:00:00.000Z');
let now = begun;
let desk: Desk;
const provider = {
  begin: async () => Promise.reject(new Error('nobody goes there in this test')),
  finish: async () => null,
  signOutAddress: async () => null,
};

/** Somebody who does something every twenty minutes. */
async function workUntil(minutes: number): Promise<void> {
  for (let at = 20; at <= minutes; at += 20) {
    now = begun + at * 60_000;
    await desk.app.post('/next');
  }
  now = begun + minutes * 60_000;
}
const asked = async (address: string) => (await desk.app.request(address)).headers.get('location');

describe('what a provider said of somebody', () => {
  beforeEach(async () => {
    now = begun;
    const folder = await mkdtemp(join(tmpdir(), 'desk-'));
    desk = openDesk(folder, {
      clock: { now: () => new Date(now).toISOString() },
      signIn: { by: 'provider', provider },
    });
    await desk.app.request('/');
  });

  it('is asked once more when a page is opened after an hour, and the page that was asked for comes after', async () => {
    await workUntil(59);
    expect(await asked('/?view=all')).toBeNull();
    await workUntil(60);
    expect(await asked('/?view=all')).toBe(`/sign-in/provider?to=${encodeURIComponent('/?view=all')}`);
  });

  it('stands for a form until two hours are over, and then for nothing', async () => {
    await workUntil(119);
    expect((await desk.app.post('/next')).status).toBe(303);
    await workUntil(120);
    expect((await desk.app.post('/next')).status).toBe(401);
  });
});
