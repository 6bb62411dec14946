import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCanary } from '#functions/canary/canary.ts';
import { mayOpen, routeNames, routeOf } from '#functions/console/route-table.ts';
import { makeAnswerDisposal } from '#functions/desk/answer-disposal.ts';
import { makeLoadRegisters } from '#functions/load-registers/load-registers.ts';
import { makeMendQueue } from '#functions/mend-queue/mend-queue.ts';
import { makeNoteBounces } from '#functions/note-bounces/note-bounces.ts';
import { makeSealAudit } from '#functions/seal-audit/seal-audit.ts';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import { makeStartDecisions } from '#functions/start-decisions/start-decisions.ts';
import { reportMetrics } from '#functions/watch/report-metrics.ts';
import { makeWatch } from '#functions/watch/watch.ts';
import { makeYearFile } from '#functions/year-end/year-files.ts';
import { auditInLines } from '#infra/local/audit-in-lines.ts';
import { makeBackup } from '#infra/local/make-backup.ts';
import { makeNightlyRetention } from '#infra/local/nightly-retention.ts';
import { runSweep } from '#infra/local/run-sweep.ts';
import { sweepPartsOf } from '#infra/local/sweep-parts.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { pdfLetterPrinter } from '#shared/adapters/pdf-letter-printer.ts';
import { submissionKey } from '#shared/records/submission-records.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { ann, ben } from '#test/builders/staff.ts';
import { aMimeMail } from './a-mime-mail.ts';
import { canary, mailFrom, type WatchedOffice } from './a-watched-office.ts';

/** `through`: the folders of functions/ that it goes through. */
export type Journey = { name: string; through: readonly string[]; go(office: WatchedOffice): Promise<unknown> };

const intake = ['receive', 'open-mail', 'read-text', 'sort-documents', 'read-fields', 'match-person', 'apply-rules'];
const end = ['tell-sender', 'file-submission'];
const fixture = (name: string, file: string, more: readonly string[] = []): Journey => ({
  name,
  through: [...intake, ...more, ...end],
  go: (office) => office.takeFixture(file),
});

const fromStranger = (subject: string, parts: Parameters<typeof aMimeMail>[0]['parts'], from = canary) =>
  aMimeMail({ from: `"${from}" <zarnowski@canary.example>`, subject, parts });

const intakes: Journey[] = [
  fixture('papers that are in order', '01-fillable-form'),
  fixture('papers of which something is missing', '09-ethics-a-quarter-hour-short'),
  fixture('a forwarded mail', '08-forwarded-mail'),
  fixture('papers that a person looks at', '22-two-people-of-similar-name', ['open-review']),
  fixture('a sender who may be somebody else', '26-sender-fails-dmarc', ['open-review']),
  fixture('a locked file', '13-password-protected-pdf'),
  fixture('an automatic mail', '28-out-of-office'),
  fixture('an application with a letter about treatment', '30-application-with-a-treatment-letter', ['open-review']),
  {
    name: 'a program, named after a person',
    through: ['receive', 'open-mail', 'open-review', ...end],
    go: (office) =>
      office.take(
        fromStranger(`Hours of ${canary}`, [
          { name: 'Zarnowski Certificate ZQX-77131.exe', bytes: Buffer.from('MZ\x90\0 a program') },
          { name: 'Zarnowski page of a hostile letter.pdf', bytes: Buffer.from('%PDF-1.4 Zarnowski, broken') },
        ]),
      ),
  },
  {
    name: 'an employer who writes for many people, in words only',
    through: intake,
    go: (office) => office.take(fromStranger(`Staff: ${canary}`, [], 'Quillfeather House of Zarnowski')),
  },
  {
    name: 'a mail that came back',
    through: ['receive', 'open-mail', 'note-bounces'],
    async go(office) {
      await office.take(
        Buffer.from(
          `From: MAILER-DAEMON@canary.example\r\nSubject: Undelivered: ${canary}\r\nAuto-Submitted: auto-replied\r\n\r\n${canary}\r\n`,
        ),
      );
      const bounced = [{ emailAddress: 'zarnowski@canary.example', diagnosticCode: canary, status: '5.1.1' }];
      const mail = { messageId: '1', destination: ['zarnowski@canary.example'], tags: { message: ['f'.repeat(64)] } };
      const bounce = { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: bounced };
      const note = makeNoteBounces(office);
      await note({ source: 'aws.ses', detail: { eventType: 'Bounce', mail, bounce } });
      await note({ detail: canary }).catch((fault: Error) =>
        office.log.error({ step: 'note-bounces', error: fault.name }),
      );
    },
  },
];

/** A reviewer types names and numbers into everything that can be typed into, and decides. */
async function workAtDesk(office: WatchedOffice): Promise<void> {
  const id = await office.takeFixture('19-governmental-ethics');
  const page = `/cases/${await office.referenceOf(id)}`;
  await office.post(`${page}/claim`);
  const at = async () => ({ version: String((await office.records.find(submissionKey(id)))?.version), made: '0' });
  await office.post(`${page}/corrections`, { ...(await at()), do: 'save', 'field.1.attendeeName': canary });
  await office.post(`${page}/what-if`, { ...(await at()), 'field.1.attendeeName': canary });
  await office.post(`${page}/decisions`, {
    ...(await at()),
    do: 'decide',
    action: 'ask-sender',
    reason: canary,
    letter: canary,
  });
  await office.runner.idle();
  await makeStartDecisions(office)();
  await office.post('/search', { q: canary });
  const found = await office.post('/people', { q: 'Fontenot' });
  await office.get(found.headers.get('location') ?? '');
  await office.post('/people/RPSS-0042/letters', { day: '2026-06-01', askedBy: canary, why: canary, allowed: 'yes' });
  await office.post('/views', { name: canary, filter: 'late=yes' });
  await office.post('/sign-in', { name: canary, password: canary });
}

/** Every address that a row of the table has, of things that are there and of some that are not. */
async function openEveryPage(office: WatchedOffice): Promise<void> {
  const cases = (await (await office.get('/?view=all')).text()).match(/\/cases\/LA-2026-[0-9A-Z]{6}/g) ?? [];
  const references = [...new Set(cases.map((path) => path.slice('/cases/'.length)))].slice(0, 6);
  const own: Record<string, string> = {
    ...{ fileId: 'file_0001', name: '1.png', specialistId: 'RPSS-0042', register: 'roster', year: '2026' },
    ...{
      file: 'report.pdf',
      number: '1',
      day: '2026-12-20',
      code: 'V-7K3M9-Q2P4T',
      secret: 'x'.repeat(43),
      staffId: 'staff_x',
    },
  };
  for (const name of routeNames.filter(
    (one) => routeOf(one).method === 'GET' && mayOpen(office.staff.staff.roles, one),
  )) {
    const { path, object } = routeOf(name);
    for (const reference of object === 'case' ? references : ['LA-2026-ZZZZZZ']) {
      const parts = { ...own, reference };
      await office.get(
        path.replace(
          /:(\w+)(?:\{(?:[^{}]|\{[^}]*\})*\})?/g,
          (_all, part: string) => new Map(Object.entries(parts)).get(part) ?? 'x',
        ),
      );
    }
  }
}

export const journeys: Journey[] = [
  ...intakes,
  {
    name: 'work at the desk',
    through: ['desk', 'console', 'settle-decision', 'start-decisions', 'apply-rules'],
    go: workAtDesk,
  },
  {
    name: 'every page of the console, and every file taken from it',
    through: ['console', 'originals'],
    go: openEveryPage,
  },
  {
    name: 'a relay that fails with the address in its words',
    through: ['tell-sender', 'send-waiting', 'set-aside'],
    async go(office) {
      office.relay('down');
      await office.takeFixture('10-certificate-missing');
      const noted = (fault: Error) => office.log.error({ step: 'send-waiting', error: fault.name });
      await makeSendWaiting(office)().catch(noted);
      office.relay('up');
      await makeSendWaiting(office)().catch(noted);
    },
  },
  {
    name: 'a night: sweep, reminders, watchman, seal',
    through: ['sweep', 'watch', 'seal-audit', 'mend-queue', 'send-waiting', 'canary'],
    async go(office) {
      await makeMendQueue(office)();
      await runSweep(await sweepPartsOf({ ...office, mailFrom }));
      await makeSendLetters(office)();
      await makeSealAudit({ ...office, timeZone: office.programme.timeZone })();
      const watch = makeWatch({
        ...office,
        runs: office.runner,
        failedRuns: null,
        inboundMails: null,
        announce: async () => {},
        clockDoubts: null,
      });
      reportMetrics(office.metrics, await watch({ nightly: true }));
      const sendCanary = makeCanary({ ...office, ids: systemIds(), inbox: mailFrom });
      for (const _time of ['sent', 'sent again']) await sendCanary();
    },
  },
  {
    name: 'registers in which a line is wrong',
    through: ['load-registers'],
    async go(office) {
      const head = 'specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer';
      const { loadRoster } = makeLoadRegisters(office);
      const wrong = await loadRoster(
        `${head}\nRPSS-9,${canary.replaceAll(',', ' ')},,no address,RPSS,${canary.slice(0, 9)},active,`,
      );
      const broken = await loadRoster(`${head}\n"${canary}`);
      office.logged.push(...[...wrong.refused, ...broken.refused].map(({ line, reason }) => `${line} ${reason}`));
    },
  },
  {
    name: 'papers that are destroyed after their period',
    through: ['retention'],
    async go(office) {
      const { records } = office;
      const clock = { now: () => '2028-01-02T12:00:00.000Z' };
      const retention = {
        'raw-mail': { years: 1 },
        documents: null,
        readings: null,
        pictures: null,
        'ordered-away': null,
      };
      const parts = { records, fileDisposal: office.fileDisposal, clock, retention };
      const nightly = makeNightlyRetention(parts);
      await nightly();
      const disposalId = clock.now();
      for (const who of [ann, ben]) await makeAnswerDisposal({ records, clock })({ disposalId, who, says: 'yes' });
      const { destroyed } = await nightly();
      if (destroyed === 0) throw new Error('nothing was destroyed');
      office.log.info({ step: 'retention', outcome: 'destroyed', count: destroyed });
      await office.get('/retention');
    },
  },
  {
    name: 'the end of the year',
    through: ['year-end'],
    async go(office) {
      const yearFile = makeYearFile({
        ...office,
        letterPrinter: pdfLetterPrinter,
        auditSample: { percent: 50, seed: 'x' },
      });
      await yearFile({ year: 2026, name: 'report.pdf' });
    },
  },
  {
    name: 'a backup, and the proof of the audit trail',
    through: [],
    async go(office) {
      const to = await mkdtemp(join(tmpdir(), 'backup-'));
      await makeBackup(office.folder, to, '2026-12-22T16:00:00.000Z');
      office.logged.push(...auditInLines(await verifyAudit({ records: office.records, heads: office.heads })));
    },
  },
];
