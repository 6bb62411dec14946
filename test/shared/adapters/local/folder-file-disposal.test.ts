import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openFolderFileDisposal } from '#shared/adapters/local/folder-file-disposal.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { fileDisposalContract } from '#test/contracts/file-disposal.contract.ts';

const root = mkdtempSync(join(tmpdir(), 'disposal-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('the end of files in a folder', () => {
  fileDisposalContract(async () => ({ store: openFolderFileStore(root), disposal: openFolderFileDisposal(root) }));
});
