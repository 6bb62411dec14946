import { afterEach, describe, expect, it } from 'vitest';
import { fileIdOf } from '#shared/domain/ids.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { certificate, complete, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ben } from '#test/builders/staff.ts';

const mail = submissionIdFor(1);
const extra = { title: 'Listening on the Line', hours: '2', ethicsHours: '0', day: '2026-05-05' };
const other = { ...dana, specialistId: 'RPSS-2', legalName: 'Ray Guidry', email: 'ray@example.org' };
/** A mail in which the two trainings count, and one more is claimed that the machine left open. */
const unsure = certificate(extra, { hours: aField('2', { confidence: 0.55 }) });
const withExtra = [report([row(ethics), row(core), row(extra)]), certificate(ethics), certificate(core), unsure];

let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

async function onTheDesk(documents = withExtra): Promise<void> {
  desk = await aDecidingDesk({ roster: [dana, other] });
  await desk.waiting(1, { documents });
  await desk.claim(1);
}

/** What the desk says when Ann decides after these corrections. */
async function decidedAfter(changes: object[], order: object = { action: 'ask-sender' }) {
  if (changes.length > 0) expect(await desk.say(1, changes)).toMatchObject({ answer: 'done' });
  const answer = await desk.decide(1, order);
  return 'decision' in answer ? answer.decision : answer;
}

describe('a correction that takes away what somebody claimed', () => {
  it.each([
    [
      'takes the row and the certificate of an open training away',
      [
        { what: 'row-removed', document: 0, row: 2 },
        { what: 'kind', document: 3, kind: 'other' },
      ],
      extra.title,
    ],
    ['gives a certificate that counted to nobody', [{ what: 'person', document: 2, specialistId: null }], core.title],
    [
      'gives a certificate that counted to somebody else',
      [{ what: 'person', document: 2, specialistId: 'RPSS-2' }],
      core.title,
    ],
    [
      'says that a certificate that counted is another one again',
      [{ what: 'duplicate-of', document: 2, of: { submissionId: mail, document: 1 } }],
      core.title,
    ],
    [
      'says that a certificate that counted does not matter',
      [{ what: 'kind', document: 2, kind: 'other' }],
      core.title,
    ],
    [
      'lowers the hours of a training that counted',
      [
        { what: 'field', document: 2, field: 'hours', value: '5' },
        { what: 'row-column', document: 0, row: 1, column: 'hours', value: '5' },
      ],
      'fewer hours',
    ],
    [
      'moves a training that counted out of its period',
      [
        { what: 'field', document: 2, field: 'completedOn', value: '2024-06-10' },
        { what: 'row-column', document: 0, row: 1, column: 'completedOn', value: '2024-06-10' },
      ],
      core.title,
    ],
  ])('waits for a second person, who reads why: it %s', async (_what, changes, words) => {
    await onTheDesk();
    const decision = await decidedAfter(changes);
    expect(decision).toMatchObject({ state: 'proposed', needsSecond: 'adverse' });
    expect('lost' in decision && decision.lost?.join(' ')).toContain(words);
  });

  it('waits for a second person when the mail is accepted without it, too', async () => {
    await onTheDesk();
    const changes = [
      { what: 'row-removed', document: 0, row: 2 },
      { what: 'person', document: 3, specialistId: null },
    ];
    expect(await decidedAfter(changes, { action: 'accept' })).toMatchObject({
      state: 'proposed',
      needsSecond: 'adverse',
    });
    await desk.second().confirm({ submissionId: mail, number: 1, who: ben });
    await desk.idle();
    expect(await desk.submission(1)).toMatchObject({ outcome: 'accepted' });
  });

  it('is not hidden by the row that takes the place of one taken away', async () => {
    await onTheDesk([report([row(extra), row(ethics), row(core)]), certificate(ethics), certificate(core)]);
    const decision = await decidedAfter([{ what: 'row-removed', document: 0, row: 0 }]);
    expect(decision).toMatchObject({ needsSecond: 'adverse', lost: [expect.stringContaining(extra.title)] });
  });

  it('is not made good by another training that is added', async () => {
    await onTheDesk();
    const values = { title: 'One More Day', completedOn: '2026-07-01', hours: '9' };
    const changes = [
      { what: 'person', document: 2, specialistId: null },
      { what: 'row-added', document: 0, values },
    ];
    expect(await decidedAfter(changes)).toMatchObject({ needsSecond: 'adverse' });
  });

  it('was agreed to once it holds: the next decision takes nothing more', async () => {
    await onTheDesk();
    await decidedAfter([{ what: 'person', document: 2, specialistId: null }]);
    await desk.second().confirm({ submissionId: mail, number: 1, who: ben });
    await desk.idle();
    await desk.openAnew(1, 'They wrote again.');
    await desk.claim(1);
    expect(await decidedAfter([])).toMatchObject({ needsSecond: null });
  });

  it('that was taken back takes nothing', async () => {
    await onTheDesk();
    await desk.say(1, [{ what: 'person', document: 2, specialistId: null }]);
    expect(await decidedAfter([{ what: 'withdrawn', number: 1 }])).toMatchObject({ needsSecond: null });
  });
});

describe('a decision that takes nothing away needs nobody else', () => {
  it.each([
    ['what was misread is put right, and counts', [{ what: 'field', document: 3, field: 'hours', value: '2' }]],
    [
      'a title is put right, and the training is still claimed',
      [
        { what: 'row-column', document: 0, row: 2, column: 'title', value: 'Listening on the Phone' },
        { what: 'field', document: 3, field: 'courseTitle', value: 'Listening on the Phone' },
      ],
    ],
    [
      'a day within the period is put right',
      [
        { what: 'field', document: 2, field: 'completedOn', value: '2026-06-11' },
        { what: 'row-column', document: 0, row: 1, column: 'completedOn', value: '2026-06-11' },
      ],
    ],
    [
      'a training nobody saw is added',
      [{ what: 'row-added', document: 0, values: { title: 'One More Day', completedOn: '2026-07-01', hours: '4' } }],
    ],
    ['the sender is asked about what is open', []],
  ])('%s', async (_what, changes) => {
    await onTheDesk();
    expect(await decidedAfter(changes)).toMatchObject({ needsSecond: null });
  });

  it('a certificate that came twice is said to be one: its training counts as before', async () => {
    await onTheDesk([
      ...complete,
      { ...certificate(core, { courseTitle: aField(core.title, { confidence: 0.5 }) }), sha256: 'f'.repeat(64) },
    ]);
    const again = { what: 'duplicate-of', document: 3, of: { submissionId: mail, document: 2 } };
    expect(await decidedAfter([again], { action: 'accept' })).toMatchObject({ needsSecond: null });
  });
});

describe('a private paper that is only restricted', () => {
  it('waits for a second person when a training rests on it: the training would not count any more', async () => {
    await onTheDesk();
    const order = { action: 'restrict', fileId: fileIdOf(3), reason: 'A number is on it.' };
    const decision = await decidedAfter([], order);
    expect(decision).toMatchObject({ state: 'proposed', needsSecond: 'adverse' });
    expect('lost' in decision && decision.lost?.join(' ')).toContain(core.title);
  });

  it('waits for a second person too when a correction that nobody decided had set it aside before', async () => {
    await onTheDesk();
    const order = { action: 'restrict', fileId: fileIdOf(3), reason: 'A number is on it.' };
    const decision = await decidedAfter([{ what: 'kind', document: 2, kind: 'other' }], order);
    expect(decision).toMatchObject({ needsSecond: 'adverse' });
  });

  it('waits for a second person when a rule is met by it', async () => {
    await onTheDesk();
    const decision = await decidedAfter([], { action: 'restrict', fileId: fileIdOf(1), reason: 'A number is on it.' });
    expect('lost' in decision && decision.lost?.join(' ')).toContain('LA-CE');
  });
});

describe('what no machine could read, set aside by a person', () => {
  const scan = aDocument({ kind: 'other', reading: 'unread', fields: {}, sha256: 'd'.repeat(64) });
  const missing = [report([row(ethics), row(core)]), certificate(ethics), scan];

  it.each([
    ['the whole file', { what: 'file-aside', fileId: fileIdOf(3) }],
    ['said to be a paper that does not matter', { what: 'kind', document: 2, kind: 'other' }],
    ['said to be nobody’s', { what: 'person', document: 2, specialistId: null }],
  ])('waits for a second person when the sender is then told what is short: %s', async (_what, change) => {
    await onTheDesk(missing);
    const decision = await decidedAfter([change]);
    expect(decision).toMatchObject({ state: 'proposed', needsSecond: 'adverse' });
    expect('lost' in decision && decision.lost?.join(' ')).toContain('could not be read');
  });

  it('needs nobody else when the year is accepted without it', async () => {
    await onTheDesk([...complete, scan]);
    const changes = [{ what: 'kind', document: 3, kind: 'other' }];
    expect(await decidedAfter(changes, { action: 'accept' })).toMatchObject({ needsSecond: null });
  });
});

it('a paper that a person had read again as one that does not matter is lost, though the machine says nothing of it now', async () => {
  await onTheDesk();
  // as the steps of reading leave it after the file was sorted anew
  const none = { ...certificate(core), kind: 'other' as const, fields: {}, trainings: [] };
  await desk.layIn(1, { documents: withExtra.map((document, at) => (at === 2 ? none : document)) });
  await desk.judge(1);
  await desk.file(1);
  const decision = await decidedAfter([]);
  expect(decision).toMatchObject({ state: 'proposed', needsSecond: 'adverse' });
  expect('lost' in decision && decision.lost?.join(' ')).toContain(core.title);
});
