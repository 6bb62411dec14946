import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const toldSchema = z.object({ sk: z.string(), fileKey: z.string() });
type Told = z.infer<typeof toldSchema>;

/** Kills the writer at a moment of chance after its first word; resolves with all it had told. */
function writeAndKill(name: string): Promise<Told[]> {
  const child = fork(new URL('./write-until-killed.ts', import.meta.url), [folder, name]);
  const told: Told[] = [];
  child.once('message', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 40));
  child.on('message', (message) => told.push(toldSchema.parse(message)));
  return new Promise((resolve) => child.on('close', () => resolve(told)));
}

it('B247: whatever a killed process said it had kept is there, whole, and its half-written files go', async () => {
  const told: Told[] = [];
  for (let round = 0; round < 6; round += 1) {
    const both = await Promise.all([writeAndKill(`a${round}`), writeAndKill(`b${round}`)]);
    told.push(...both.flat());
  }

  const files = openFolderFileStore(join(folder, 'files'));
  const records = openSqliteRecordStore(join(folder, 'records.sqlite'));
  expect(told.length).toBeGreaterThan(12);
  for (const { sk, fileKey } of told) {
    expect((await records.find({ pk: 'kept', sk }))?.body).toEqual({ fileKey });
    expect((await files.read(fileKey)).length).toBeGreaterThan(20_000);
  }
  expect(readdirSync(join(folder, 'files', 'tmp'))).toEqual([]);
  records.close();
});
