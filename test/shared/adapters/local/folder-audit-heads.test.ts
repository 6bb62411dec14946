import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { auditHeadsContract } from '#test/contracts/audit-heads.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-heads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the folder of nightly seals', () => {
  auditHeadsContract(async () => openFolderAuditHeads(join(folder, 'heads')));

  it('leaves files that nobody may write to, and nothing half written', async () => {
    await openFolderAuditHeads(join(folder, 'heads')).keep('2026-11-30', 'x');
    const names = readdirSync(join(folder, 'heads'));
    expect(names.every((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))).toBe(true);
    expect(statSync(join(folder, 'heads', '2026-11-30.json')).mode & 0o777).toBe(0o400);
  });
});
