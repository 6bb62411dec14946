import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { addAccount } from '#functions/console/sign-in/accounts.ts';
import { makeLink } from '#functions/console/sign-in/one-time-links.ts';
import { makeImportRegister } from '#functions/load-registers/import-register.ts';
import { runSweep } from '#infra/local/run-sweep.ts';
import { newLease } from '#shared/domain/lease.ts';
import { drawPage } from '#shared/reading/draw-page.ts';
import { applicationWrites } from '#shared/records/application-records.ts';
import { blindWrite } from '#shared/records/blind-records.ts';
import { decisionWrite } from '#shared/records/decision-records.ts';
import { figuresWrites } from '#shared/records/figures-records.ts';
import { identityChangeWrite } from '#shared/records/identity-change-records.ts';
import { leaseWrite } from '#shared/records/lease-records.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import { resolutionWrite } from '#shared/records/resolution-records.ts';
import { disposalWrite, holdWrite } from '#shared/records/retention-records.ts';
import { reviewWrite } from '#shared/records/review-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { addStaff } from '#shared/records/staff-records.ts';
import { standingWrite } from '#shared/records/standing-records.ts';
import { entryWrite } from '#shared/records/submission-records.ts';
import { aBatchDesk, papersOf, staffOf } from '#test/builders/a-batch-desk.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { aDocument, aFile } from '#test/builders/a-document.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { aStoredApplication } from '#test/builders/a-stored-application.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { aConfirmedChange, anIdentityChange } from '#test/builders/an-identity-change.ts';
import { someFigures } from '#test/builders/case-figures.ts';
import { ann } from '#test/builders/staff.ts';
import { type Desk, openDesk, type SignedIn } from '#test/functions/console/desk.ts';
import { exampleReference, storedFile, storeExampleCases } from '#test/functions/console/example-cases.ts';
import { certificatePaper } from '#test/functions/console/example-papers.ts';
import { storeYearsOfDana } from '#test/functions/console/people-desk.ts';
import { ethics, rewritten, storePerson, withShadow } from '#test/functions/console/rules-desk.ts';

export type WholeDesk = Desk & {
  /** somebody with every role, to whom every page is open */
  everybody: SignedIn;
  /** addresses of what has no fixed one */
  at: {
    case: string;
    ownCase: string;
    split: string;
    item: string;
    link: string;
    import: string;
    letter: string;
    blind: string;
  };
};

const now = '2026-11-22T14:00:00.000Z';
const roster = `specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer
RPSS-0042,Dana R. Fontenot,Dana Robichaux,dana@new.example.org,RPSS,2023-03-10,active,Delta House
RPSS-0050,Bo Lee,,,RPSS,2026-02-30,active,
RPSS-0051,Zoë D'Aquin,,zoe@example.org,RPSS,2026-01-05,active,Harbor House
`;
const approved = {
  ...{ title: 'Ethics in Action: A Half-Day', provider: 'Acadian Learning', hours: '4.25', ethicsHours: '1.5' },
  ...{ approvedFrom: '2026-01-01', approvedTo: '2026-12-31' },
};

const fourHours = rewritten(ethics, '| 2024 | 3   ', '| 2024 | 4   ', withShadow);

/**
 * A desk with something on each page that it has, and a case on each shelf of the queue. It is 22 November 2026. `data`: a data folder
 * in which it lies; left out, its rows are in memory.
 */
export async function openWholeDesk(data?: string): Promise<WholeDesk> {
  const folder = data === undefined ? await mkdtemp(join(tmpdir(), 'desk-')) : join(data, 'files');
  const own = {
    documentReader: { draw: drawPage },
    programme: programmeFacts(withShadow),
    proposedRules: {
      where: 'shared/rules/proposed',
      names: async () => ['four-hours'],
      pages: async (name: string) => (name === 'four-hours' ? fourHours : null),
    },
  };
  const desk = openDesk(folder, own, data && join(data, 'records.sqlite'));
  const everybody = desk.as('reviewer', 'supervisor', 'auditor', 'security', 'admin');
  const { staffId } = everybody.staff;
  await addStaff(desk.records, { ...everybody.staff, name: 'Robin Landry' });
  await addStaff(desk.records, { staffId: ann, name: 'Ann Authement', roles: ['reviewer'], signInName: 'ann' });
  await storeExampleCases(desk);
  await storePeopleAndPapers(desk);
  await storeWork(desk, everybody);
  await sweepOnce(desk);
  await storeRetention(desk, everybody);
  await storeEmployerMail(desk);
  const importsOf = makeImportRegister(desk.deps);
  const file = { name: 'roster of November.csv', bytes: new TextEncoder().encode(roster) };
  const imported = await importsOf.receive('roster', file, staffId);
  const letter = { day: '2026-06-01', askedBy: 'Harbor House', why: 'billing for June', allowed: 'yes' };
  await everybody.post('/people/RPSS-0042/letters', letter);
  const ports = desk.deps;
  const newcomer = await addAccount(ports, { name: 'Jules Hebert', signInName: 'jules', roles: ['reviewer'] });
  if (newcomer === null) throw new Error('jules is there already');
  return {
    ...desk,
    everybody,
    at: {
      case: `/cases/${exampleReference}`,
      ownCase: '/cases/LA-2026-000014',
      split: '/cases/LA-2026-000060',
      item: '/cases/LA-2026-000060-02',
      link: await makeLink(ports, newcomer.staffId, 'set-up'),
      import: `/imports/roster/${imported}`,
      letter: '/people/RPSS-0042?on=2026-06-01',
      blind: '/blind/LA-2026-000008',
    },
  };
}

async function storePeopleAndPapers(desk: Desk): Promise<void> {
  const { records } = desk;
  await storeYearsOfDana(records, { in2025: submissionIdFor(9), in2026: submissionIdFor(7) });
  const renamed = anIdentityChange({
    changeId: '0f1e2d3c4b5a',
    field: 'legalName',
    from: 'Dana R. Fontenot',
    to: 'Dana Guidry',
  });
  await records.write([identityChangeWrite(renamed, null), identityChangeWrite(aConfirmedChange(), null)]);
  for (const [specialistId, legalName] of [
    ['RPSS-0101', 'J. Johnson'],
    ['RPSS-0177', 'Jo Johnson'],
  ] as const)
    await putSpecialist(records, aSpecialist({ specialistId, legalName, email: null }));
  for (const [number, name, ethicsHours] of [
    [43, 'Aaliyah Broussard', 300],
    [44, 'Marcus T. Guidry', 500],
  ] as const)
    await storePerson(desk, withShadow, { number, name, ethicsHours });
  await putApprovedTraining(records, approved);
  const because = { code: 'unsafe-file' as const, text: 'This file holds a program.' };
  await storeCase(records, {
    submission: aSubmission({ number: 77, outcome: 'quarantined', reasons: [because] }),
    files: [
      aFile({
        attachment: 'invoice\u202efdp.exe',
        refused: because,
        scan: {
          result: 'threat',
          by: 'ClamAV 1.4.6, signatures 27412',
          at: '2026-11-22T13:00:00.000Z',
          name: 'Win.Test.EICAR_HDB-1',
        },
      }),
    ],
  });
  const missing = ['Your signature on the form. A typed name is fine.'];
  await records.write(
    applicationWrites(aStoredApplication({ reference: 'LA-2026-000012', number: 12, missing }), null),
  );
}

/** Last night was swept; two people are past the deadline of last year, of whom one is proposed to be inactive. */
async function sweepOnce({ records, deps }: Desk): Promise<void> {
  const late = { year: 2025, word: 'past-deadline-unresolved' as const, due: '2025-12-31' };
  for (const specialistId of ['RPSS-0101', 'RPSS-0177'])
    await records.write([standingWrite(aStanding({ specialistId, ...late }), null)]);
  const reason = 'No report for 2025, and no answer to three letters.';
  const said = { specialistId: 'RPSS-0101', year: 2025, number: 1, action: 'inactive' as const, until: null, reason };
  await records.write([
    resolutionWrite(
      {
        ...said,
        by: ann,
        at: now,
        state: 'proposed',
        second: null,
        letter: {
          language: 'en',
          subject: 'Our decision about your report for 2025',
          text: 'Hello,\n\nTwo people of our office looked at your record.\n',
        },
        noLetterWhy: null,
      },
      null,
    ),
  ]);
  const programme = deps.programme.book?.programme;
  if (programme) await runSweep({ records, clock: deps.clock, programme });
}

/** The mail of an employer about three people; the papers of one are not whole. */
async function storeEmployerMail({ records, files }: Desk): Promise<void> {
  const people = staffOf(3);
  const paper = { title: 'Boundaries at Work', person: 'Anna Abshire', day: 'March 4, 2026', hours: '3' };
  const { fileKey, readingKey } = await storedFile(files, await certificatePaper(paper), {});
  const mail = await aBatchDesk(people, true, { records });
  await mail.send(60, { documents: people.flatMap(papersOf).slice(0, 8), stored: { fileKey, readingKey } });
  await records.write([entryWrite(aSubmission({ number: 60 }))]);
}

/** A case that is held, a list to agree to, and one that was carried out. */
async function storeRetention({ records }: Desk, { staff }: SignedIn): Promise<void> {
  const raw = (sign: string) => ({ rule: 'raw-mail' as const, key: `raw/${sign.repeat(64)}` });
  const cases = [7, 8].map((number) => {
    const { submissionId, reference } = aSubmission({ number });
    return {
      submissionId,
      reference,
      objects: [raw('a'), { rule: 'pictures' as const, key: `picture/${'b'.repeat(64)}` }],
    };
  });
  const periods = {
    'raw-mail': { years: 3 },
    documents: null,
    readings: null,
    pictures: { days: 90 },
    'ordered-away': null,
  };
  const open = { approved: null, second: null, refused: null, doneAt: null, kept: [], waiting: [] };
  const proposed = { disposalId: now, proposedAt: now, periods, cases, state: 'proposed' as const, ...open };
  const [approved, second] = [
    { by: staff.staffId, at: now },
    { by: ann, at: now },
  ];
  const earlier = '2026-10-01T07:00:00.000Z';
  const kept = [{ key: raw('a').key, why: 'held' as const }];
  const done = {
    ...proposed,
    disposalId: earlier,
    proposedAt: earlier,
    state: 'done' as const,
    approved,
    second,
    doneAt: now,
    kept,
    waiting: [],
  };
  const timed = (at: string) => ({ disposalId: at, proposedAt: at });
  const locked = { ...done, ...timed('2026-09-01T07:00:00.000Z'), state: 'waiting' as const, doneAt: null, kept: [] };
  const waiting = [{ key: raw('a').key, until: '2029-11-30T15:14:22.000Z' }];
  const { submissionId, reference } = aSubmission({ number: 7 });
  const reason = 'The attorney general asked for it on 3 November.';
  const hold = { submissionId, reference, reason, by: staff.staffId, at: now, lifted: null };
  await records.write([
    disposalWrite(proposed, null),
    disposalWrite(done, null),
    disposalWrite({ ...locked, waiting }, null),
    holdWrite(hold, null),
  ]);
}

/** What people have in hand: a case of one's own, one with a colleague, one decided a moment ago, one for a second person. */
async function storeWork({ records }: Desk, everybody: SignedIn): Promise<void> {
  const judgement = aJudgement({ periods: [{ person: 0, year: 2026, start: null, lastDay: null, due: '2026-12-31' }] });
  const mail = aMail({ subject: 'Hours' });
  for (const number of [21, 22, 23]) {
    const submission = aSubmission({ number, outcome: 'needs-review', mail });
    await storeCase(records, { submission, documents: [aDocument({ reading: 'ocr' })], judgement });
  }
  const decided = { by: ann, at: '2026-11-22T13:59:30.000Z', takesEffectAt: '2026-11-22T14:00:30.000Z' };
  await records.write([
    leaseWrite(submissionIdFor(21), newLease(ann, now), null),
    decisionWrite(aDecision({ ...decided, submissionId: submissionIdFor(22) }), null),
    decisionWrite(aDecision({ ...decided, submissionId: submissionIdFor(23), state: 'proposed' }), null),
    blindWrite(
      {
        ...{ submissionId: submissionIdFor(8), reference: 'LA-2026-000008', receivedAt: '2026-11-22T13:30:00.000Z' },
        ...{ openedAt: '2026-11-22T13:31:00.000Z', machine: { ethics: 300, core: 600 }, answer: null },
      },
      null,
    ),
  ]);
  const figures = [
    someFigures({ number: 8, blind: 'open' }),
    someFigures({
      number: 7,
      reasons: ['low-confidence', 'missing-certificate'],
      first: 'needs-review',
      now: 'needs-review',
    }),
    someFigures({ number: 9, reasons: ['attestation-unsigned'], first: 'needs-sender', now: 'needs-sender' }),
  ];
  for (const one of figures) await records.write(figuresWrites(one, null));
  const left = [
    [7, exampleReference],
    ...[12, 14, 21, 77].map((number) => [number, aSubmission({ number }).reference] as const),
  ] as const;
  for (const [number, reference] of left) {
    const task = { submissionId: submissionIdFor(number), reference, openedAt: '2026-11-20T15:00:30.000Z' };
    await records.write([reviewWrite({ ...task, reasons: [], state: 'open' })]);
  }
  await everybody.post('/cases/LA-2026-000014/claim');
  await everybody.post('/views', { name: 'Hard to read', filter: 'reason=low-confidence' });
}
