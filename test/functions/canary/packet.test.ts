import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packetRound } from '#functions/canary/packet-round.ts';
import { makeReceive } from '#functions/receive/receive.ts';
import { makeForgetPackets } from '#functions/retention/forget-packets.ts';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { makeGatherYear } from '#functions/year-end/gather-year.ts';
import { openSqliteRecordRows } from '#shared/adapters/local/sqlite-record-rows.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { answerWrite, findAnswer } from '#shared/records/answer-records.ts';
import { listCanaryRuns } from '#shared/records/canary-run-records.ts';
import { ownSpace } from '#shared/records/own-space.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { findSubmission, listSubmissions } from '#shared/records/submission-records.ts';
import { aMailedPacket, differencesOf, inbox, thePacket } from '#test/builders/a-canary-packet.ts';
import { anOfficeWithMails, type Office } from '#test/builders/an-office-with-mails.ts';

const now = '2027-03-20T15:00:00.000Z';
let office: Office;
let letters: OutgoingMail[];
let isRelayDown: boolean;
beforeEach(async () => {
  letters = [];
  isRelayDown = false;
  const send = async (mail: OutgoingMail) => {
    if (isRelayDown) throw new GiveUp('the relay refuses');
    letters.push(mail);
  };
  office = await anOfficeWithMails([], now, { mailSender: { send } });
});
afterEach(() => office.close());

const mailed = (packet = thePacket()) => aMailedPacket(office.records, now, packet);
const inSpace = (id: SubmissionId) => ownSpace(office.records, id);

/** Every row of the store but those of the canary and of how the machine got on. */
async function rowsOfProgramme() {
  const rows = openSqliteRecordRows(join(office.folder, 'records.sqlite'));
  const kept: string[] = [];
  for await (const row of rows.all()) {
    const keys = [row.pk, row.index1?.pk ?? '', row.index2?.pk ?? ''];
    if (!keys.some((key) => /^(?:CANARY|RUN#|RUNS#|MACHINE)/.test(key))) kept.push(JSON.stringify(row));
  }
  rows.close();
  return kept.sort();
}

async function reports() {
  const clock = { now: () => now };
  const year = makeGatherYear({ records: office.records, clock, programme: office.programme });
  const ledger = await makeProveLedger({ ...office, clock })({ months: ['2026-11', '2027-03'], withStore: true });
  return {
    years: [await year(2026), await year(2027)],
    reviews: await listReviews(office.records, 'open'),
    mails: [
      await listSubmissions(office.records, { month: '2026-11' }),
      await listSubmissions(office.records, { month: '2027-03' }),
    ],
    ledger: { accounts: ledger.accounts, faults: ledger.faults },
  };
}

describe('the packet that the office mails to itself', () => {
  test('is read, judged by the year of its papers and answered, years later too; where nobody reads pictures a person has the photo', async () => {
    const { run, asReceived } = await mailed();
    await office.take(asReceived, now);

    expect(await differencesOf(office.records, run)).toEqual([]);
    const found = await findSubmission(inSpace(run.submissionId), run.submissionId);
    expect(found?.submission).toMatchObject({
      outcome: 'needs-review',
      envelope: { receivedAt: '2026-11-16T15:00:00.000Z' },
    });
    expect(letters.map(({ to }) => to)).toEqual(['canary@office.example']);
  });

  test('is accepted, its photo too, where pictures are read and senders are proved', async () => {
    const seeing = await anOfficeWithMails([], now, { textReader: 'embedded', secondReader: 'embedded' });
    try {
      const { run, asReceived } = await aMailedPacket(seeing.records, now);
      await seeing.take(asReceived, now);

      expect(await differencesOf(seeing.records, run, { picturesRead: true })).toEqual([]);
      const found = await findSubmission(ownSpace(seeing.records, run.submissionId), run.submissionId);
      expect(found?.submission).toMatchObject({ outcome: 'accepted', reasons: [] });
    } finally {
      await seeing.close();
    }
  });

  test('stands in no row of the programme, in no report, queue or sum, though a person would have to look at it', async () => {
    await office.take(Buffer.from('From: a@example.org\r\nSubject: A question\r\n\r\nWhen is it due?\r\n'), now);
    const before = await reports();
    const rows = await rowsOfProgramme();
    const { run, asReceived } = await mailed();
    await office.take(asReceived, now);

    expect((await findSubmission(inSpace(run.submissionId), run.submissionId))?.submission.filedAt).not.toBeNull();
    expect((await rowsOfProgramme()).filter((row) => !rows.includes(row))).toEqual([]);
    expect((await rowsOfProgramme()).length).toBe(rows.length);
    expect(await reports()).toEqual(before);
    expect(before.ledger.faults).toEqual([]);
    expect(before.reviews).toHaveLength(1);
  });

  test('is taken once, however often it is delivered', async () => {
    const { run, asReceived } = await mailed();
    await office.take(asReceived, now);
    await office.take(asReceived, now);

    expect(letters).toHaveLength(1);
    expect(await listCanaryRuns(office.records)).toHaveLength(1);
    expect(await differencesOf(office.records, run)).toEqual([]);
  });

  test('knows by the thread of its answer that this came back to where the packet was sent from', async () => {
    const { run, asReceived } = await mailed();
    await office.take(asReceived, now);
    expect(await differencesOf(office.records, run, { answersComeBack: true })).toEqual(['answer-not-back']);
    const rows = await rowsOfProgramme();

    const [letter] = letters;
    const head = `From: ${inbox}\r\nIn-Reply-To: <${letter?.inReplyTo}>\r\nSubject: Your report\r\n\r\n`;
    const raw = Buffer.from(`${head}${letter?.text}`);
    const envelope = { mailFrom: inbox, recipients: [run.from], remoteAddress: null, receivedAt: now };
    await office.receive({ envelope, raw });

    expect(await differencesOf(office.records, run, { answersComeBack: true })).toEqual([]);
    expect((await rowsOfProgramme()).filter((row) => !rows.includes(row))).toEqual([]);
  });

  test('is proved by the ledger like any mail: a row that is gone is missed', async () => {
    const { run, asReceived } = await mailed();
    await office.take(asReceived, now);
    await inSpace(run.submissionId).write([
      { remove: { pk: `SUB#${run.submissionId}`, sk: 'JUDGEMENT' }, expect: 'any' },
    ]);

    const { ledger } = await reports();
    expect(ledger.faults.map(({ says }) => says)).toContain('It was judged, and the judgement is gone.');
    expect(ledger.accounts.mails.received).toBe(0);
  });

  test('is forgotten after a month, with every row and file of it; one that is younger keeps its own', async () => {
    const old = await mailed();
    await office.take(old.asReceived, now);
    const later = { now: () => '2027-04-25T15:00:00.000Z' };
    const young = await aMailedPacket(office.records, later.now());
    await office.take(young.asReceived, later.now());

    expect(await makeForgetPackets({ ...office, clock: later })()).toBe(1);

    expect((await listCanaryRuns(office.records)).map(({ run }) => run.submissionId)).toEqual([young.run.submissionId]);
    expect(await findSubmission(inSpace(old.run.submissionId), old.run.submissionId)).toBeNull();
    const clock = { now: () => later.now() };
    const ledger = await makeProveLedger({ ...office, clock })({ months: ['2027-04'], withStore: true });
    expect(ledger.faults).toEqual([]);
    const raws = (await office.files.list('raw')).keys;
    expect(raws).toHaveLength(1);
  });
});

describe('a fault on the way of the packet is named', () => {
  test('when it did not arrive, and when it arrived and stands still', async () => {
    const lost = await mailed();
    expect(await differencesOf(office.records, lost.run)).toEqual(['not-arrived']);

    const still = await mailed();
    const runner = { start: async () => undefined };
    const receive = makeReceive({
      ...office,
      runner,
      clock: { now: () => now },
      ids: systemIds(),
      referencePrefix: 'LA',
    });
    const envelope = { mailFrom: '', recipients: [], remoteAddress: null, receivedAt: now };
    await receive({ envelope, raw: still.asReceived });
    expect(await differencesOf(office.records, still.run)).toContain('not-filed');
  });

  test('when it was late', async () => {
    const { run, asReceived } = await aMailedPacket(office.records, '2027-03-20T14:40:00.000Z');
    await office.take(asReceived, now);
    expect(await differencesOf(office.records, run)).toContain('late');
  });

  test('when its sender was not proved', async () => {
    const { run, raw } = await mailed();
    await office.take(raw, now);
    expect(await differencesOf(office.records, run)).toEqual(['sender-not-proved', 'what-counts']);
    expect(await differencesOf(office.records, run, { sendersProved: false })).toEqual([]);
  });

  test('when a paper was lost, or the photo was not read', async () => {
    const { page, files } = thePacket();
    const { run, asReceived } = await mailed({ page, files: files.filter(({ name }) => name !== 'crisis.pdf') });
    await office.take(asReceived, now);
    expect(await differencesOf(office.records, run)).toEqual(['papers', 'what-counts']);

    const whole = await mailed();
    await office.take(whole.asReceived, now);
    expect(await differencesOf(office.records, whole.run, { picturesRead: true })).toEqual([
      ...['picture-not-read', 'outcome', 'what-counts', 'answer-says-otherwise'],
    ]);
  });

  test('when the rules would judge it otherwise: somebody who is on no roster has no year', async () => {
    const { run, asReceived } = await mailed();
    for (const sk of ['PROFILE', 'NAME#coralie', 'NAME#fontenelle'])
      await inSpace(run.submissionId).write([{ remove: { pk: 'PERSON#RPSS-0000', sk }, expect: 'any' }]);
    await office.take(asReceived, now);
    expect(await differencesOf(office.records, run)).toContain('what-counts');
  });

  test('when its answer could not be sent, or went to another address', async () => {
    isRelayDown = true;
    const { run, asReceived } = await mailed();
    await office.take(asReceived, now);
    expect(await differencesOf(office.records, run)).toContain('answer-not-sent');

    isRelayDown = false;
    const other = await mailed();
    await office.take(other.asReceived, now);
    const id = other.run.submissionId;
    const known = await findAnswer(inSpace(id), id);
    if (known === null) throw new Error('it was not answered');
    await inSpace(id).write([answerWrite(id, { ...known.answer, to: 'somebody@example.org' }, known.version)]);
    expect(await differencesOf(office.records, other.run)).toEqual(['answer-to-another']);
  });
});

describe('a round of the canary', () => {
  test('mails a packet a day, the next at once after one that differed, and says in words of ours what differed', async () => {
    let at = now;
    const [sent, said]: [OutgoingMail[], (string | undefined)[]] = [[], []];
    const round = () =>
      packetRound({
        ...{ records: office.records, clock: { now: () => at }, ids: systemIds(), secrets: randomSecrets, inbox },
        packetSender: { send: async (mail) => void sent.push(mail) },
        packet: thePacket(),
        expects: { sendersProved: true, picturesRead: false, answersComeBack: false },
        log: { error: ({ outcome }) => said.push(outcome) },
      });

    expect(await round()).toBeNull();
    at = '2027-03-20T15:05:00.000Z';
    expect(await round()).toBe('on-its-way');
    expect(sent).toHaveLength(1);
    at = '2027-03-20T16:00:00.000Z';
    expect(await round()).toBe('different');
    expect(sent).toHaveLength(2);
    expect(said).toEqual(['not-arrived']);
  });
});
