import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { proposeChanges } from '#functions/apply-rules/propose-changes.ts';
import { makeIdentityChanges } from '#functions/desk/identity-changes.ts';
import { confirmationWrites } from '#functions/open-mail/confirm-change.ts';
import { knowSender } from '#functions/open-mail/know-sender.ts';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { wrongAnswersMost } from '#shared/domain/identity-change.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import { saveDocuments } from '#shared/records/document-records.ts';
import { listIdentityChangesOf, openIdentityChanges } from '#shared/records/identity-change-records.ts';
import { listPersonHistory } from '#shared/records/person-history-records.ts';
import { findSpecialist, putSpecialist, specialistsByEmail } from '#shared/records/roster-records.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { aMatchedPerson, aSpecialist } from '#test/builders/a-person.ts';
import { aMail, aSubmission } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

const programme = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');
const onFile = 'dana.fontenot@example.org';
const newAddress = 'dana.new@elsewhere.example';
const { specialistId } = aSpecialist();
let records: ReturnType<typeof openSqliteRecordStore>;
let now: string;
let sent: OutgoingMail[];
beforeEach(async () => {
  records = openSqliteRecordStore(':memory:');
  now = '2026-11-20T15:00:00.000Z';
  sent = [];
  await putSpecialist(records, aSpecialist());
});
afterEach(() => records.close());

/** Each look at the clock is a moment later: rows of the trail are named by it. */
const clock = {
  now: () => {
    now = new Date(Date.parse(now) + 1000).toISOString();
    return now;
  },
};
const laterBy = (days: number) => {
  now = new Date(Date.parse(now) + days * 86_400_000).toISOString();
};
const desk = () => makeIdentityChanges({ records, clock, secrets: randomSecrets });
const send = () => makeSendLetters({ records, clock, mailSender: { send: async (mail) => void sent.push(mail) } })();
const person = () => findSpecialist(records, specialistId);

async function comes(
  mail: Partial<MailFacts>,
  fields: Readonly<Record<string, string>> = {},
  people = [aMatchedPerson()],
) {
  const submission = aSubmission({ mail: aMail(mail) });
  const read = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, aField(value)]));
  if (Object.keys(read).length > 0) {
    const document = aDocument({ kind: 'ce-report', fields: { legalName: aField('Dana R. Fontenot'), ...read } });
    await saveDocuments(records, submission.submissionId, document.fileId, [document]);
  }
  await proposeChanges(records, submission, aJudgement({ people }), clock.now());
}

const changes = async () => (await listIdentityChangesOf(records, specialistId)).map(({ change }) => change);

async function theChange() {
  const [only, ...others] = await changes();
  if (!only || others.length > 0) throw new Error('there is not one change');
  return only;
}

async function asked(): Promise<{ changeId: string; code: string; messageId: string }> {
  const { changeId } = await theChange();
  expect(await desk().ask({ specialistId, changeId, who: ann }, programme)).toBe('identity-asked');
  await send();
  const letter = sent.at(-1);
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(letter?.text ?? '')?.[0] ?? '';
  return { changeId, code, messageId: letter?.messageId ?? '' };
}

/** A mail comes, as the step that opens mails has it. */
async function answer(mail: Partial<MailFacts>) {
  const submission = aSubmission({ number: 7, mail: aMail({ from: onFile, ...mail }) });
  const { writes, isConfirmed } = await confirmationWrites(records, submission, clock.now());
  if (writes.length > 0) await records.write(writes);
  return isConfirmed;
}

const about = (changeId: string, who = ben) => ({ specialistId, changeId, who });

describe('a new address or name that a mail gives out', () => {
  test('B149: from a new address, in the own name, is a wish, and changes nothing', async () => {
    await comes({ from: newAddress });
    await comes({ from: newAddress });

    expect(await changes()).toMatchObject([{ field: 'email', from: onFile, to: newAddress, state: 'proposed' }]);
    expect(await person()).toEqual(aSpecialist());
    expect((await openIdentityChanges(records, 10)).changes).toHaveLength(1);
  });

  test('on the form of the address on file is one too', async () => {
    await comes({ from: onFile }, { email: newAddress });

    expect(await theChange()).toMatchObject({ field: 'email', to: newAddress });
  });

  test('of somebody who keeps a part of the name, from the address on file, is one', async () => {
    const stranger = aMatchedPerson({ specialistId: null, match: 'none', name: 'Dana Guidry' });
    await comes({ from: onFile }, { legalName: 'Dana Guidry' }, [stranger]);

    expect(await theChange()).toMatchObject({ field: 'legalName', from: 'Dana R. Fontenot', to: 'Dana Guidry' });
  });

  test.each<[string, Partial<MailFacts>]>([
    ['that proved nothing', { from: newAddress, authentication: 'unknown' }],
    ['that its domain disowns', { from: newAddress, authentication: 'fail' }],
    ['that is held for spam', { from: newAddress, flags: ['spam'] }],
    ['that somebody else sent for them', { from: 'billing@employer.example', fromName: 'Billing' }],
  ])('of a mail %s is not even a wish', async (_what, mail) => {
    await comes(mail);

    expect(await changes()).toEqual([]);
  });

  test('of a mail about many people is not even a wish', async () => {
    const other = aMatchedPerson({ specialistId: 'RPSS-0099' });
    await comes({ from: newAddress }, {}, [aMatchedPerson(), other]);

    expect(await changes()).toEqual([]);
  });
});

describe('the question about it', () => {
  test('goes to the address on file only, and says neither the new address nor a name', async () => {
    await comes({ from: newAddress });
    await asked();

    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: onFile, subject: 'Please confirm a change' });
    expect(sent[0]?.text).toContain('@elsewhere.example');
    expect(`${sent[0]?.subject} ${sent[0]?.text}`).not.toMatch(/dana|fontenot|peer|credential|recovery/i);
  });

  test('goes in Spanish to who asked for it', async () => {
    await putSpecialist(records, aSpecialist({ language: 'es' }));
    await comes({ from: newAddress });
    const { code } = await asked();

    expect(sent[0]?.subject).toBe('Confirme un cambio, por favor');
    expect(await answer({ bodyText: `Sí, ${code}` })).toBe(true);
  });

  test('does not go out where the roster has changed since it was written', async () => {
    await comes({ from: newAddress });
    const { changeId } = await theChange();
    await desk().ask(about(changeId, ann), programme);
    await putSpecialist(records, aSpecialist({ email: 'third@example.org' }));
    await send();

    expect(sent).toEqual([]);
    expect(await desk().ask(about(changeId, ann), programme)).toBe('identity-moved-on');
  });
});

describe('the answer', () => {
  test('B149: with the code, from the address on file, and then a second person, change the roster', async () => {
    await comes({ from: newAddress });
    const { changeId, code, messageId } = await asked();
    expect(await desk().apply(about(changeId))).toBe('identity-moved-on');
    const written = `yes ${code.toLowerCase()}\n\n> Hello,`;
    expect(await answer({ bodyText: written, references: [messageId] })).toBe(true);
    expect(await person()).toEqual(aSpecialist());

    expect(await desk().apply(about(changeId, ann))).toBe('identity-same-person');
    expect(await desk().apply(about(changeId, ben))).toBe('identity-applied');
    expect(await person()).toEqual(aSpecialist({ email: newAddress }));
    expect(await specialistsByEmail(records, onFile)).toEqual([]);
    const actions = (await listPersonHistory(records, specialistId)).map(({ action }) => action);
    expect(actions).toEqual(
      ['proposed', 'asked', 'letter-sent', 'confirmed', 'applied'].map((what) =>
        what === 'letter-sent' ? 'identity-letter-sent' : `identity-change-${what}`,
      ),
    );
  });

  test('makes the new address one that its owner confirmed', async () => {
    await comes({ from: newAddress });
    const { changeId, code } = await asked();
    await answer({ bodyText: `YES ${code}` });
    await desk().apply(about(changeId));
    const mailVerifier = {
      verify: async () => ({ by: 'receipt', dmarc: 'pass', policy: null, spf: null, dkim: null }) as const,
    };
    const { envelope } = aSubmission();
    const mail = await knowSender(
      { records, mailVerifier },
      { raw: new Uint8Array(), envelope },
      aMail({ from: newAddress }),
    );

    expect(mail.sender?.level).toBe('confirmed');
  });

  test.each<[string, (code: string) => Partial<MailFacts>]>([
    ['from the new address', (code) => ({ from: newAddress, bodyText: `YES ${code}` })],
    ['that proved nothing', (code) => ({ authentication: 'unknown', bodyText: `YES ${code}` })],
    ['with another code', () => ({ bodyText: 'YES 00000-00000' })],
    ['that says no above our letter', () => ({ bodyText: `No! That was not me.\n\n${sent[0]?.text ?? ''}` })],
    ['that quotes our letter', () => ({ bodyText: (sent[0]?.text ?? '').replace(/^/gm, '> ') })],
    ['with the code and no yes', (code) => ({ bodyText: code })],
  ])('%s confirms nothing, and is counted', async (_what, mail) => {
    await comes({ from: newAddress });
    const { code, messageId } = await asked();

    expect(await answer({ references: [messageId], ...mail(code) })).toBe(false);
    expect(await theChange()).toMatchObject({ state: 'asked', wrongAnswers: 1 });
  });

  test('of a program is none', async () => {
    await comes({ from: newAddress });
    const { code } = await asked();

    expect(await answer({ isAutomatic: true, bodyText: `YES ${code}` })).toBe(false);
    expect(await theChange()).toMatchObject({ state: 'asked', wrongAnswers: 0 });
  });

  test('comes too late after two weeks, and may be asked for again with another code', async () => {
    await comes({ from: newAddress });
    const first = await asked();
    laterBy(15);
    expect(await answer({ bodyText: `YES ${first.code}` })).toBe(false);
    const second = await asked();

    expect(second.code).not.toBe(first.code);
    expect(await answer({ bodyText: `YES ${first.code}` })).toBe(false);
    expect(await answer({ bodyText: `YES ${second.code}` })).toBe(true);
  });

  test('is heard no more after five wrong ones', async () => {
    await comes({ from: newAddress });
    const { code } = await asked();
    for (let wrong = 0; wrong < wrongAnswersMost; wrong += 1) await answer({ bodyText: `YES 0000${wrong}-00000` });

    expect(await theChange()).toMatchObject({ state: 'failed', wrongAnswers: wrongAnswersMost });
    expect(await answer({ bodyText: `YES ${code}` })).toBe(false);
  });

  test('works once', async () => {
    await comes({ from: newAddress });
    const { code } = await asked();

    expect([await answer({ bodyText: `YES ${code}` }), await answer({ bodyText: `YES ${code}` })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('two people of the office at once', () => {
  test('change the roster once', async () => {
    await comes({ from: newAddress });
    const { changeId, code } = await asked();
    await answer({ bodyText: `YES ${code}` });
    const both = await Promise.all([desk().apply(about(changeId)), desk().apply(about(changeId))]);

    expect(both.sort()).toEqual(['identity-applied', 'identity-moved-on']);
  });

  test('cannot agree to what one of them refused, or to what the roster has moved past', async () => {
    await comes({ from: newAddress });
    const { changeId, code } = await asked();
    await answer({ bodyText: `YES ${code}` });
    await putSpecialist(records, aSpecialist({ email: 'third@example.org' }));
    expect(await desk().apply(about(changeId))).toBe('identity-moved-on');
    expect(await desk().refuse(about(changeId), ' ')).toBe('identity-no-reason');
    expect(await desk().refuse(about(changeId), 'not theirs')).toBe('identity-refused');

    expect(await desk().apply(about(changeId))).toBe('identity-moved-on');
    expect((await openIdentityChanges(records, 10)).changes).toEqual([]);
  });

  test('keep the old name among the others', async () => {
    const stranger = aMatchedPerson({ specialistId: null, match: 'none', name: 'Dana Guidry' });
    await comes({ from: onFile }, { legalName: 'Dana Guidry' }, [stranger]);
    const { changeId, code } = await asked();
    await answer({ bodyText: `YES ${code}` });
    await desk().apply(about(changeId));

    expect(await person()).toMatchObject({ legalName: 'Dana Guidry', otherNames: ['Dana R. Fontenot'] });
  });
});
