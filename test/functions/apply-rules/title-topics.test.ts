import { describe, expect, it } from 'vitest';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import {
  approved,
  type Course,
  certificate,
  codesOf,
  complete,
  core,
  dana,
  ethics,
  judged,
  report,
  row,
} from '#test/builders/a-judged-mail.ts';
import { programmeNamed } from '#test/builders/programmes.ts';
import { ann, ben } from '#test/builders/staff.ts';

const manySubjects = await programmeNamed('ohio-peer-supporter');
const noApproval = await programmeNamed('pennsylvania-cps');
const sent = { receivedAt: '2026-03-01T15:00:00.000Z' };

const course = (title: string, hours = '2'): Course => ({ title, hours, ethicsHours: '0', day: '2025-06-10' });

/** A mail of somebody certified since 2022, with these courses; those of the register are approved as not ethics. */
function withCourses(courses: Course[], listed = courses) {
  const rows = courses.map((each) => row(each, { category: { ...row(each).category, value: null, raw: null } }));
  const documents = [report(rows), ...courses.map((each) => certificate(each))];
  return { ...sent, documents, register: listed.map(approved) };
}

describe('a programme that asks for hours on subjects', () => {
  const person = { ...dana, credentialType: 'CPRS', certifiedOn: '2022-03-15' };
  const verdictOn = async (rule: string, courses: Course[]) => {
    const judgement = await judged({ ...withCourses(courses), person, programme: manySubjects });
    return judgement.findings.find((finding) => finding.rule === rule);
  };

  it('counts an approved training with a clear title for its subject, and says by which words of which page', async () => {
    const courses = [course('Trauma-Informed Peer Support')];
    const judgement = await judged({ ...withCourses(courses), person, programme: manySubjects });

    expect(await verdictOn('OH-CE-06', courses)).toMatchObject({ verdict: 'met', value: '2' });
    expect(judgement.credits[0]).toMatchObject({ status: 'counted' });
    expect(judgement.credits[0]?.why).toContain('"trauma informed" (page common-topics/trauma.md)');
  });

  it('cannot tell by a title that names two subjects, and nobody is short by it', async () => {
    const courses = [course('Trauma-Informed Coaching Skills')];

    expect(await verdictOn('OH-CE-06', courses)).toMatchObject({ verdict: 'cannot-tell' });
  });

  it('is short where the clear titles are of other subjects', async () => {
    const courses = [course('Eight Dimensions of Wellness'), course('Human Trafficking Awareness')];

    expect(await verdictOn('OH-CE-06', courses)).toMatchObject({ verdict: 'not-met', value: '0' });
  });
});

describe('a programme that asks for no approval', () => {
  const person = { ...dana, credentialType: 'CPS', certifiedOn: '2022-03-15' };
  const mail = (courses: Course[]) => judged({ ...withCourses(courses, []), person, programme: noApproval });

  it('counts what a clear title names, without any register', async () => {
    const judgement = await mail([course('Ethics for Peer Supporters', '3'), course('Peer Support Skills', '24')]);
    const verdicts = judgement.findings.map(({ rule, verdict }) => [rule, verdict]);

    expect(verdicts).toContainEqual(['PA-CE-02', 'met']);
    expect(verdicts).toContainEqual(['PA-CE-03', 'met']);
  });

  it('counts no bare title of another trade, and no hint, for a subject', async () => {
    for (const title of ['Ethics', 'Excel for Peer Supporters', 'Ethics for Attorneys', 'Annual Ethics Training']) {
      const judgement = await mail([course(title, '3')]);
      const [ofEthics, ofPeers] = ['PA-CE-02', 'PA-CE-03'].map((id) =>
        judgement.findings.find(({ rule }) => rule === id),
      );
      expect([title, ofEthics?.verdict]).toEqual([title, 'cannot-tell']);
      expect(ofPeers?.verdict).not.toBe('met');
    }
  });
});

describe('what reviewers said of a training before', () => {
  const said = (own: Partial<TopicChoice> = {}): TopicChoice => ({
    programme: 'louisiana-rpss',
    title: core.title,
    provider: 'Cypress Learning',
    choice: 'ethics',
    because: 'The agenda is about boundaries.',
    by: ann,
    at: '2026-05-03T15:00:00.000Z',
    ...own,
  });
  const titles = [ethics.title, core.title];
  const all = titles.flatMap((title) =>
    ['ethics', 'core', 'not accepted'].map((choice, at) =>
      said({ title, choice, by: at === 0 ? ann : ben, at: `2026-05-0${at + 1}T15:00:00.000Z` }),
    ),
  );

  it('stands beside the training that waits for a person, with the day', async () => {
    const judgement = await judged({ documents: complete, register: [approved(ethics)], choices: [said()] });
    const [own] = judgement.credits.filter(({ title }) => title === core.title);

    expect(own?.status).toBe('undecided');
    expect(own?.suggestion).toBe('A reviewer counted this title as ethics on May 3, 2026. A suggestion only.');
    expect(own?.why).not.toContain('suggestion');
  });

  it.each([
    ['approved', { documents: complete }],
    ['not in the register', { documents: complete, register: [] }],
    ['without a certificate', { documents: [report([row(ethics), row(core)])] }],
    ['excluded', { documents: [report([row({ ...core, title: 'Bloodborne Pathogens' })])], register: [] }],
  ])('changes no verdict, no status, no bucket and no reason of trainings that are %s', async (_what, mail) => {
    const plain = await judged(mail);
    for (const choices of [[said()], [said({ choice: 'not accepted' })], all]) {
      const judgement = await judged({ ...mail, choices });
      const credits = judgement.credits.map(({ suggestion: _, ...credit }) => credit);
      expect({ ...judgement, credits }).toEqual(plain);
    }
  });

  it('is not shown beside what is counted, nor where it is about another training', async () => {
    const counted = await judged({ documents: complete, choices: all });
    const other = await judged({ documents: complete, register: [], choices: [said({ title: 'Another Day' })] });

    expect(codesOf(counted)).toEqual([]);
    for (const { credits } of [counted, other]) {
      for (const { suggestion } of credits) expect(suggestion).toBeUndefined();
    }
  });
});
