import { beforeEach, describe, expect, it } from 'vitest';
import { stuckAfterMinutes } from '#shared/domain/decision.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { submissionKey } from '#shared/records/submission-records.ts';
import { listTopicChoices } from '#shared/records/topic-choice-records.ts';
import { dana } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { gradeOfEnglish } from '#test/builders/reading-ease.ts';
import { type CaseDesk, clear, inDoubt, openCaseDesk } from './case-desk.ts';
import { pageText } from './desk.ts';

const mail = submissionIdFor(1);
let desk: CaseDesk;
let page: string;
beforeEach(async () => {
  desk = await openCaseDesk();
});

const wordsOf = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const words = async () => wordsOf(await pageText(desk, page));
const controlOf = (text: string, part: RegExp) => part.exec(text)?.[1] ?? '';
const decisions = async () => (await listDecisions(desk.records, mail)).map(({ decision }) => decision);

/** A case that is taken; the page's own hidden fields. */
async function take(papers = inDoubt()): Promise<Record<string, string>> {
  page = `/cases/${await desk.lay(1, await papers)}`;
  await desk.app.post(`${page}/claim`);
  const row = await desk.records.find(submissionKey(mail));
  return { version: String(row?.version), made: '0' };
}
const decide = (typed: Record<string, string>) => desk.app.post(`${page}/decisions`, { do: 'decide', ...typed });

describe('a decision', () => {
  it('is taken on what was typed, saved first; it can be taken back for a minute by who made it', async () => {
    const at = await take();
    const answer = await decide({ ...at, action: 'accept', 'field.2.hours': '7' });
    expect(answer.headers.get('location')).toBe(`${page}?done=decided`);
    expect(await decisions()).toMatchObject([{ action: 'accept', state: 'waiting', basedOn: { corrections: 1 } }]);
    expect(await words()).toContain('Accepted. Nothing has gone out yet; it takes effect at 9:01:00 AM .');
    expect(await pageText(desk, page)).toContain('class="desk-left desk-left--60"');
    expect((await findLease(desk.records, mail))?.lease.by).toBeNull();

    const others = await (await desk.as('supervisor').request(page)).text();
    expect(others).not.toContain('Take it back');
    expect((await desk.app.post(`${page}/decisions/1/undo`)).headers.get('location')).toBe(`${page}?done=undone`);
    expect((await decisions()).map(({ state }) => state)).toEqual(['undone']);
    expect(await words()).toContain('This case is yours until');
  });

  it('leads on in the list that was looked at last, with its filter', async () => {
    const at = await take();
    await desk.app.request('/?reason=low-confidence&late=yes');
    const decided = (await decide({ ...at, action: 'ask-sender' })).headers.get('location') ?? '';
    const filter = () =>
      pageText(desk, decided).then((text) => controlOf(text, /action="\/next"[\s\S]*?name="filter" value="([^"]*)"/));
    expect((await filter()).replaceAll('&amp;', '&')).toBe('reason=low-confidence&late=yes');
    await desk.app.request('/');
    expect(await filter()).toBe('');
  });

  it('B232, B238: is refused when the rules say otherwise by now than the page did, and nothing typed is lost', async () => {
    const at = await take();
    const basis = controlOf(await pageText(desk, page), /name="basis" value="([^"]+)"/);
    await putSpecialist(desk.records, { ...dana, status: 'inactive' });
    const typed = { ...at, basis, action: 'ask-sender', reason: 'Hours are missing.' };
    const answer = await decide(typed);
    const again = await answer.text();
    expect([answer.status, await decisions()]).toEqual([422, []]);
    expect(wordsOf(again)).toContain('has changed since the page was shown');
    expect(again).toContain('Hours are missing.');
    const renewed = controlOf(again, /name="basis" value="([^"]+)"/);
    expect((await decide({ ...typed, basis: renewed })).status).toBe(303);
  });

  it('is not refused for what was typed and saved with it', async () => {
    const at = await take();
    const basis = controlOf(await pageText(desk, page), /name="basis" value="([^"]+)"/);
    expect((await decide({ ...at, basis, action: 'accept', 'field.2.hours': '7' })).status).toBe(303);
    expect(await decisions()).toMatchObject([{ action: 'accept', basedOn: { corrections: 1 } }]);
  });

  it('leads to the next case; the key n does too, except where the case is theirs again', async () => {
    const at = await take();
    const next = /action="\/next"[\s\S]*?<button([^>]*)>Take the next case</;
    expect(await pageText(desk, page)).not.toMatch(next);
    const decided = (await decide({ ...at, action: 'ask-sender' })).headers.get('location') ?? '';
    expect(next.exec(await pageText(desk, decided))?.[1]).toContain('data-key="n"');
    const undone = (await desk.app.post(`${page}/decisions/1/undo`)).headers.get('location') ?? '';
    const offered = next.exec(await pageText(desk, undone))?.[1];
    expect(offered).toContain('type="submit"');
    expect(offered).not.toContain('data-key');
  });

  it('is refused in words while something is open, and what was typed stays in the page', async () => {
    const at = await take();
    expect(await words()).toContain('Before it can be accepted: Say first whether');
    const answer = await decide({ ...at, action: 'accept', reason: 'looks fine' });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(wordsOf(text)).toContain('Say first whether');
    expect(text).toMatch(/name="reason"[^>]*value="looks fine"/);
    expect(await decisions()).toEqual([]);
  });

  it('needs a reason where the mail is not ours, and then a second, other person', async () => {
    const at = await take();
    expect((await decide({ ...at, action: 'not-ours', reason: '' })).status).toBe(422);
    await decide({ ...at, action: 'not-ours', reason: 'a bill of the landlord' });
    expect(await decisions()).toMatchObject([{ state: 'proposed', needsSecond: 'adverse' }]);
    expect(await words()).toContain('Somebody else has to look at it.');

    const other = desk.as('supervisor');
    const seen = wordsOf(await (await other.request(page)).text());
    expect(seen).toContain('Robin Reviewer decided it; a second person looks, because it takes something');
    expect(seen).toContain('Reason: a bill of the landlord');
    expect((await desk.app.post(`${page}/decisions/1/confirm`)).status).toBe(422);
    expect((await other.post(`${page}/decisions/1/refuse`, { reason: 'these are her hours' })).status).toBe(303);
    expect(await decisions()).toMatchObject([{ state: 'refused' }]);
    expect(await words()).toContain('did not agree: these are her hours');
  });

  it('that is stuck can be taken back by a supervisor, who sees the button then', async () => {
    const at = await take();
    await decide({ ...at, action: 'ask-sender' });
    const supervisor = desk.as('supervisor');
    expect((await supervisor.post(`${page}/decisions/1/undo`)).status).toBe(422);
    desk.minutes(stuckAfterMinutes + 1);
    // nobody stays signed in that long without doing anything
    const again = desk.as('supervisor');
    expect(await (await again.request(page)).text()).toContain('Take it back');
    expect((await again.post(`${page}/decisions/1/undo`)).status).toBe(303);
    expect(await decisions()).toMatchObject([{ state: 'undone' }]);
  });

  it('that takes away what counted, by a correction alone, tells the second person what is lost', async () => {
    const at = await take();
    await decide({ ...at, action: 'ask-sender', 'field.1.hours': '1' });
    expect(await decisions()).toMatchObject([{ state: 'proposed', needsSecond: 'adverse' }]);
    const seen = wordsOf(await (await desk.as('supervisor').request(page)).text());
    expect(seen).toMatch(/What is lost by it: .*counted and would not count any more/);
  });

  it('is carried out a minute after the second person agreed', async () => {
    const at = await take();
    await decide({ ...at, action: 'not-ours', reason: 'a bill' });
    await desk.as('supervisor').post(`${page}/decisions/1/confirm`);
    expect(await decisions()).toMatchObject([{ state: 'waiting', takesEffectAt: '2026-12-02T15:01:00.000Z' }]);
  });

  it('takes the letter as it was edited, begun from the office’s own words', async () => {
    const at = await take();
    const asked = { ...at, action: 'ask-sender', do: 'draft' };
    const text = await (await desk.app.post(`${page}/what-if`, asked)).text();
    const subject = controlOf(text, /name="letter\.subject"[^>]*value="([^"]+)"/);
    expect(subject).not.toBe('');
    expect(wordsOf(text)).toContain('It would go to dana@example.org');
    expect(controlOf(text, /name="letter\.text"[^>]*>\s*([^<]+)</)).toContain('Thank you. We got your e-mail');

    const letter = { 'letter.subject': 'Your hours', 'letter.text': 'Please send it again.' };
    await decide({ ...at, action: 'ask-sender', ...letter });
    expect(await decisions()).toMatchObject([{ letter: { subject: 'Your hours', text: 'Please send it again.' } }]);
  });

  it('7.4: begins with plain words for somebody who wrote to the wrong office, which go only when they stand in the decision', async () => {
    const at = await take();
    const asked = await (
      await desk.app.post(`${page}/what-if`, { ...at, action: 'not-ours', reason: 'a bill', do: 'draft' })
    ).text();
    const text = controlOf(asked, /name="letter\.text"[^>]*>\s*([^<]+)</);
    const subject = controlOf(asked, /name="letter\.subject"[^>]*value="([^"]+)"/);
    expect(text).toContain('something that this office does not handle');
    expect(text).not.toMatch(/Dana|Boundaries|\d hours/);
    expect(gradeOfEnglish(text)).toBeLessThanOrEqual(8);

    const edited = `${text.trim()} Try the tax office.`;
    await decide({ ...at, action: 'not-ours', reason: 'a bill', 'letter.subject': subject, 'letter.text': edited });
    expect(await decisions()).toMatchObject([{ action: 'not-ours', letter: { subject, text: edited } }]);
  });

  it('begins with a letter in the language that the person asked for, the English folded beside it', async () => {
    const at = await take();
    await putSpecialist(desk.records, { ...dana, language: 'es' });
    const asked = await desk.app.post(`${page}/what-if`, { ...at, action: 'ask-sender', do: 'draft' });
    const text = await asked.text();

    expect(wordsOf(text)).toContain('It would go to dana@example.org , in Spanish');
    const letter = controlOf(text, /name="letter\.text"[^>]*>\s*([^<]+)</);
    expect(letter).toContain('Gracias. Recibimos su correo');
    expect(letter).not.toContain('Thank you');
    const beside = controlOf(text, /<summary>The same in English<\/summary>([\s\S]*?)<\/details>/);
    expect(beside).toContain('Thank you. We got your e-mail');
    // the same letter twice: what is asked for stands in both
    expect(letter.match(/\d+\.\d+/g)).toEqual(beside.match(/\d+\.\d+/g));
  });
});

describe('what a person rules on', () => {
  it('is a training that counts or not, with a reason, tried on the page and kept with the decision', async () => {
    const at = await take();
    const ids = [...(await pageText(desk, page)).matchAll(/name="credit\.([^"]+)\.counts"/g)].map(([, id]) => id ?? '');
    const name = (what: string) => `credit.${ids[1]}.${what}`;

    const noReason = { ...at, action: 'accept', [name('counts')]: 'yes', [name('hours')]: '7' };
    expect((await decide(noReason)).status).toBe(422);
    const ruled = { ...noReason, [name('reason')]: 'the certificate says seven' };
    const part = await (await desk.app.post(`${page}/what-if`, { ...ruled, part: 'outcome' })).text();
    expect(wordsOf(part)).toMatch(/Undecided → becomes ✓ ?Counted/);

    expect((await decide({ ...ruled, [name('hours')]: 'many' })).status).toBe(422);
    expect((await decide(ruled)).status).toBe(303);
    const [made] = await decisions();
    expect(made?.rulings.credits).toMatchObject([{ counts: true, hours: 700, reason: 'the certificate says seven' }]);
    expect(await words()).toContain('counts, 7 hours. Why: the certificate says seven');
  });

  it('is a rule, never without a reason, which stays in sight', async () => {
    const at = await take();
    const [, rule] = /name="(rule\.0\.LA-CE-01\.2026)\.verdict"/.exec(await pageText(desk, page)) ?? [];
    const typed = { ...at, action: 'ask-sender', [`${rule}.verdict`]: 'met' };
    expect((await decide(typed)).status).toBe(422);
    await decide({ ...typed, [`${rule}.reason`]: 'the director said so in writing' });
    expect((await decisions())[0]?.rulings.overrides).toMatchObject([{ rule: 'LA-CE-01', verdict: 'met' }]);
    expect(await words()).toContain('Rule LA-CE-01 : Met. Why: the director said so in writing');
  });

  it('is a doubt that is put aside', async () => {
    const at = await take();
    const [, doubt] = /name="(doubt\.low-confidence\.[^"]+)\.settled"/.exec(await pageText(desk, page)) ?? [];
    const typed = { ...at, action: 'ask-sender', [`${doubt}.settled`]: 'yes', [`${doubt}.reason`]: 'clear to the eye' };
    expect((await decide(typed)).status).toBe(303);
    expect((await decisions())[0]?.rulings.doubts).toMatchObject([{ reason: 'clear to the eye' }]);
  });

  it('is what a training is about, kept for the next reviewer with a reason', async () => {
    const at = await take();
    const [, id] = /name="credit\.([^"]+)\.counts"/.exec(await pageText(desk, page)) ?? [];
    const typed = { ...at, do: `topic:${id}`, [`credit.${id}.topic`]: 'core' };
    const without = await desk.app.post(`${page}/topic`, typed);
    expect(without.status).toBe(422);
    expect(wordsOf(await without.text())).toContain('Write beside the training why it is about that');
    const kept = await desk.app.post(`${page}/topic`, { ...typed, [`credit.${id}.because`]: 'it is about planning' });
    expect(kept.headers.get('location')).toBe(`${page}?done=topic#credits`);
    const programme = desk.deps.programme.book?.programme.id ?? '';
    expect(await listTopicChoices(desk.records, programme)).toMatchObject([{ because: 'it is about planning' }]);
  });

  it('shows what the title says and what a colleague said before, each with its reason, and chooses that', async () => {
    const at = await take();
    const fresh = await pageText(desk, page);
    expect(wordsOf(fresh)).toContain('No colleague has said anything of this title yet.');
    const [, id = ''] = /name="credit\.([^"]+)\.counts"/.exec(fresh) ?? [];
    const typed = { [`credit.${id}.topic`]: 'ethics', [`credit.${id}.because`]: 'boundaries are ethics' };
    await desk.app.post(`${page}/topic`, { ...at, ...typed, do: `topic:${id}` });
    const text = await pageText(desk, page);
    expect(wordsOf(text)).toMatch(/Said before: Ethics ?, because “ ?boundaries are ethics ?” Robin Reviewer/);
    expect(wordsOf(text)).toMatch(/By its title: .*boundar/);
    expect(text).toMatch(/<option value="ethics" selected>Ethics<[\s\S]*?name="credit\.[^"]*\.because"/);
  });
});

describe('a private paper', () => {
  it('can be kept for supervisors, and only with a reason for the log', async () => {
    const [report, first] = await clear();
    if (!report || !first) throw new Error('the case has papers');
    const letter = { ...first, document: { ...first.document, kind: 'other' as const, fields: {}, isSensitive: true } };
    const at = await take(Promise.resolve([report, letter]));
    expect(await pageText(desk, page)).toContain('value="paper:file_0002"');
    const typed = { ...at, do: 'paper:file_0002', 'paper.file_0002.action': 'restrict' };
    expect((await decide(typed)).status).toBe(422);
    await decide({ ...typed, 'paper.file_0002.reason': 'a letter about treatment' });
    expect(await decisions()).toMatchObject([{ action: 'restrict', fileId: 'file_0002', needsSecond: null }]);
  });
});
