import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { type AuditEntry, auditWrite } from '#shared/records/audit-records.ts';
import { deskAuditWrite, listAtDesk, listHistory, noteAtDesk } from '#shared/records/history-records.ts';
import { listPersonHistory, personAuditWrite } from '#shared/records/person-history-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
const at = '2026-12-02T15:00:00.000Z';
const claimed = (own: Partial<AuditEntry> = {}): AuditEntry => {
  return { at, by: 'person', action: 'claimed', codes: [], who: ann, ...own };
};

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

describe('what is written down of one and the same moment', () => {
  it('by two people stands in two rows', async () => {
    await records.write([auditWrite(mail, claimed())]);
    await records.write([auditWrite(mail, claimed({ who: ben }))]);
    await records.write([auditWrite(mail, claimed({ codes: ['field'] }))]);
    expect((await listHistory(records, mail)).map(({ who, codes }) => [who, codes])).toEqual(
      expect.arrayContaining([
        [ann, []],
        [ben, []],
        [ann, ['field']],
      ]),
    );
  });

  it('about a person of the roster by two people stands in two rows, each with what stood there before', async () => {
    await records.write([personAuditWrite('RPSS-1', claimed(), { changes: ['a'] })]);
    await records.write([personAuditWrite('RPSS-1', claimed(), { changes: ['b'] })]);
    expect(await listPersonHistory(records, 'RPSS-1')).toHaveLength(2);
  });

  it('about two accounts at the desk stands in two rows', async () => {
    await noteAtDesk(records, claimed({ action: 'link-made', codes: ['one'] }));
    await noteAtDesk(records, claimed({ action: 'link-made', codes: ['two'] }));
    expect(await listAtDesk(records, '2026-12', 10)).toHaveLength(2);
  });

  it('is never written over: the same once more in the same transaction is a conflict, and noted by itself a row of its own', async () => {
    await records.write([auditWrite(mail, claimed())]);
    expect(await records.write([auditWrite(mail, claimed())])).toBe('conflict');
    await records.write([deskAuditWrite(claimed())]);
    expect(await records.write([deskAuditWrite(claimed())])).toBe('conflict');
    await noteAtDesk(records, claimed());
    await noteAtDesk(records, claimed());
    expect(await listAtDesk(records, '2026-12', 10)).toHaveLength(3);
  });
});
