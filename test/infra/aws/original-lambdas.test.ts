import { createCipheriv } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSession } from '#functions/console/sign-in/sessions.ts';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { openDynamoRecordStore } from '#shared/adapters/aws/dynamo-record-store.ts';
import { lambdaClock } from '#shared/adapters/aws/lambda-clock.ts';
import { openS3FileStore } from '#shared/adapters/aws/s3-file-store.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import type { Role } from '#shared/domain/staff.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { addStaff } from '#shared/records/staff-records.ts';
import { aDocument, aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { clientOf } from '#test/contracts/aws-client.ts';
import { hasMoto, type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';
import { aStaffMember } from '#test/functions/console/desk.ts';
import { aGet, answerSchema } from './a-get.ts';
import { lambdaEnvironment } from './lambda-environment.ts';
import { type SomeLambdas, someLambdas } from './some-lambdas.ts';

const lambdaBytesMax = 6 * 1024 ** 2;
/** More than a Lambda may answer at once, and no archive makes it smaller; the same bytes each time. */
const noise = createCipheriv('aes-256-ctr', Buffer.alloc(32), Buffer.alloc(16));
const mail = new Uint8Array(noise.update(Buffer.alloc(8_000_000)));
const paper = new TextEncoder().encode('%PDF-1.7 <script>alert(1)</script>');
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));

describe.skipIf(!hasMoto)(
  'the bundled console and the bundled origin of the files, on an AWS-compatible server',
  () => {
    let moto: Moto;
    let lambdas: SomeLambdas;
    let records: RecordStore;
    let files: FileStore;

    beforeAll(async () => {
      // what the console reads of the programme lies beside another bundle in lambdaEnvironment
      await bundleLambdas(folder, (name) => ['console', 'originals', 'apply-rules'].includes(name));
      moto = await startMoto();
      const s3 = new S3Client(clientOf(moto.endpoint));
      await s3.send(new CreateBucketCommand({ Bucket: 'records' }));
      records = openDynamoRecordStore('records', await makeRecordsTable(moto.endpoint, 'records'));
      files = openS3FileStore('records', s3);
      lambdas = someLambdas(folder, { ...lambdaEnvironment(folder), AWS_ENDPOINT_URL: moto.endpoint });
      await storeCase(records, {
        submission: aSubmission({ rawKey: await files.put('raw', mail) }),
        files: [aFile({ fileKey: await files.put('document', paper) })],
        documents: [aDocument()],
      });
    });
    afterAll(() => {
      lambdas?.stop();
      moto?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** As a browser of somebody who is signed in asks the console. */
    async function ask(path: string, ...roles: Role[]) {
      const staff = aStaffMember(roles);
      await addStaff(records, staff).catch(() => undefined);
      const begun = newSession({ clock: lambdaClock, secrets: randomSecrets }, staff.staffId);
      await records.write([begun.write]);
      const answer = await lambdas.invoke('console', aGet(path, `__Host-desk=${begun.secret}`));
      return { staff, ...answerSchema.parse(answer) };
    }
    const take = async (link: URL) =>
      answerSchema.parse(await lambdas.invoke('originals', aGet(`${link.pathname}${link.search}`)));

    it('lead a reviewer from a case to a file, which comes as it was sent from the other origin, once', async () => {
      const { statusCode, headers, staff } = await ask('/originals/LA-2026-000001/file_0001', 'reviewer');
      const link = new URL(headers.location ?? '');
      const [first, second] = [await take(link), await take(link)];

      expect([statusCode, link.origin]).toEqual([303, lambdaEnvironment(folder).ORIGINALS_URL]);
      expect(first).toMatchObject({ statusCode: 200, cookies: [], body: Buffer.from(paper).toString('latin1') });
      expect(first.headers['content-disposition']).toMatch(/^attachment; filename="LA-2026-000001-file_0001/);
      expect(first.headers['content-security-policy']).toContain('sandbox');
      expect(second.statusCode).toBe(403);
      expect(await listHistory(records, submissionIdFor(1))).toContainEqual(
        expect.objectContaining({ action: 'downloaded-original', codes: ['file_0001'], who: staff.staffId }),
      );
    });

    it('hand a mail out whole that is larger than a Lambda may answer at once, to whoever may have it', async () => {
      const address = '/originals/LA-2026-000001/mail.eml';
      expect((await ask(address, 'reviewer')).statusCode).toBe(403);
      const { headers } = await ask(address, 'supervisor');
      const { statusCode, body } = await take(new URL(headers.location ?? ''));

      expect(statusCode).toBe(200);
      expect(Buffer.from(body, 'latin1').equals(Buffer.from(mail))).toBe(true);
    });

    it('give an evidence pack out whole that is larger than that', async () => {
      const pack = await ask('/cases/LA-2026-000001/evidence.zip', 'supervisor');

      expect(pack.statusCode).toBe(200);
      expect(pack.headers['content-type']).toBe('application/zip');
      expect(pack.body.startsWith('PK')).toBe(true);
      expect(pack.body.length).toBeGreaterThan(lambdaBytesMax);
    });
  },
);
