import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import { canaryAddressOf } from '#shared/domain/canary-run.ts';
import type { Box } from '#shared/domain/reading.ts';
import { canaryRunWrite, listCanaryRuns } from '#shared/records/canary-run-records.ts';
import { ownSpace } from '#shared/records/own-space.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { machineSteps } from '#shared/workflow/steps.ts';
import { hasMoto } from '#test/contracts/moto-server.ts';
import { anOfficeOnAws, type OfficeOnAws } from './an-office-on-aws.ts';
import { lambdaEnvironment } from './lambda-environment.ts';
import { queued } from './queued.ts';

const folder = mkdtempSync(join(tmpdir(), 'canary-'));
const { MAIL_RECIPIENTS: inbox } = lambdaEnvironment(folder);
const to = canaryAddressOf(inbox);
const names = new Set(['canary', 'receive', ...machineSteps.map((step) => step.folder)]);
const rowSchema = z.object({ pk: z.object({ S: z.string() }) });

/** What SES makes of a mail that it sends and takes in again: its own name for it, and its verdicts on top. */
function throughSes(raw: Buffer, to: string, messageId: string): Buffer {
  const at = new Date().toUTCString().replace('GMT', '+0000');
  const onTop = [
    `Return-Path: <bounce@peer-credentials.example>`,
    `Received: from a8-1.smtp-out.amazonses.com (a8-1.smtp-out.amazonses.com [54.240.8.1])`,
    ` by inbound-smtp.us-east-1.amazonaws.com with SMTP id 1 for ${to}; ${at}`,
    'X-SES-Spam-Verdict: PASS',
    'X-SES-Virus-Verdict: PASS',
    'Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=pass header.from=example;',
    '',
  ].join('\r\n');
  const renamed = raw.toString('latin1').replace(/^Message-ID: .*$/im, `Message-ID: <${messageId}>`);
  return Buffer.concat([Buffer.from(onTop), Buffer.from(renamed, 'latin1')]);
}

const corners = ([x, y, width, height]: Box) =>
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ].map(([X, Y]) => ({ X, Y }));

describe.skipIf(!hasMoto)(
  'the packet of the canary through the bundled Lambdas, against an AWS-compatible server',
  () => {
    const tesseract = makeTesseractTextReader({ size: 1 });
    let office: OfficeOnAws;
    let isBlind = false;

    /** Textract's way of saying what another reader sees. */
    async function blocksOf(bytes: Uint8Array): Promise<object[]> {
      const page = { Id: 'page', BlockType: 'PAGE', Page: 1, Geometry: { Polygon: corners([0, 0, 1, 1]) } };
      if (isBlind) return [page];
      const { words } = await tesseract.readPage({ bytes, mediaType: 'image/jpeg' });
      const found = words.map(({ text, box, confidence }, at) => ({
        ...{ Id: `w${at}`, BlockType: 'WORD', Text: text, TextType: 'PRINTED', Page: 1 },
        ...{ Confidence: confidence * 100, Geometry: { Polygon: corners(box) } },
      }));
      return [page, ...found];
    }

    beforeAll(async () => {
      await bundleLambdas(folder, (name) => names.has(name));
      office = await anOfficeOnAws(folder, blocksOf);
    });
    afterAll(async () => {
      office?.stop();
      await tesseract.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const lastSent = (what: RegExp) => {
      const mail = office.sent.findLast((raw) => what.test(raw.toString('latin1')));
      if (mail === undefined) throw new Error('no such mail was sent');
      return mail;
    };
    const isPacket = /^X-Intake-Canary: /m;
    let number = 0;

    /** What SES does with the packet that was mailed last, and with the answer to it. */
    async function packetThrough(): Promise<void> {
      number += 1;
      const name = `0100018f${number}-000000@email.amazonses.com`;
      await office.put(`inbound/packet${number}`, throughSes(lastSent(isPacket), inbox, name));
      const { input } = await office.received(`inbound/packet${number}`, new Date().toISOString());
      await office.walk(input);
      const answer = throughSes(
        lastSent(new RegExp(`^In-Reply-To: <${name}>`, 'm')),
        to,
        `answer${number}@amazonses.com`,
      );
      await office.put(`inbound/answer${number}`, answer);
      await office.lambdas.invoke('receive', queued(`inbound/answer${number}`, new Date().toISOString()));
    }

    it('is mailed, read, decided, answered, and its answer comes back; the next round says that it is through', async () => {
      expect(await office.lambdas.invoke('canary', {})).toEqual({ fate: null, packet: null });
      await packetThrough();

      const [found] = await listCanaryRuns(office.records());
      const id = found?.run.submissionId;
      if (id === undefined) throw new Error('there is no packet');
      const mail = await findSubmission(ownSpace(office.records(), id), id);
      expect(mail?.submission).toMatchObject({ outcome: 'accepted', mail: { authentication: 'pass' } });
      expect(await office.lambdas.invoke('canary', {})).toMatchObject({ packet: 'through' });
      expect((await listCanaryRuns(office.records()))[0]?.run.differs).toEqual([]);
    });

    it('lies in the table in partitions of its own, and leaves no row of the programme behind', async () => {
      const { Items = [] } = await office.table.send(new ScanCommand({ TableName: 'records' }));
      const partitions = new Set(Items.map((item) => rowSchema.parse(item).pk.S.split('#')[0]));

      expect(Items.length).toBeGreaterThan(50);
      // PACE: how fast Textract may be asked and runs begun is for all mails together
      expect(partitions).toEqual(new Set(['CANARY', 'CANARY-RUNS', 'CANARY-NAMES', 'PACE']));
    });

    it('is mailed again a day later, and when Textract sees nothing any more the round says that it is different', async () => {
      const records = office.records();
      const [first] = await listCanaryRuns(records);
      if (first === undefined) throw new Error('there is no packet');
      const dayBefore = new Date(Date.now() - 25 * 3_600_000).toISOString();
      await records.write([canaryRunWrite({ ...first.run, sentAt: dayBefore }, first.version)]);
      isBlind = true;
      expect(await office.lambdas.invoke('canary', {})).toMatchObject({ packet: 'through' });
      await packetThrough();

      expect(await office.lambdas.invoke('canary', {})).toMatchObject({ packet: 'different' });
      const last = (await listCanaryRuns(records)).find(({ run }) => run.sentAt !== dayBefore && run.differs !== null);
      expect(last?.run.differs).toEqual(['outcome', 'what-counts', 'answer-says-otherwise']);
    });
  },
);
