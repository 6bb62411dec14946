import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { reasonCodes } from '#shared/domain/reason.ts';
import { fillLetter, wordsForReason } from '#shared/rules/letters.ts';

const rules = join(import.meta.dirname, '..', '..', '..', 'shared', 'rules', 'programmes');
const programme = await readProgrammeFolder(join(rules, 'louisiana-rpss'));

const values = {
  reference: 'LA-2026-7K3M9Q',
  'earlier reference': 'LA-2026-2B4C6D',
  'received on': 'December 20, 2026',
  'what arrived': '- one form',
  'what counts': '- 3 hours',
  'what is missing': '- a certificate',
  'in short': '1.25 hours of ethics',
  'how to fix': '- send it',
  'right address': 'Next time, please send it to us.',
  'what is complete': '- your form is signed',
  'where it goes': 'It is meant for another office.',
  'please know': '- a person reads it',
  deadline: 'December 31, 2026',
  count: '2',
  people: '40',
  complete: '38',
  asked: '1',
  waiting: '1',
  references: 'LA-2026-7K3M9Q and LA-2026-2B4C6D',
  answers: 'Your report is complete.',
};
const subjects = {
  en: { report: 'Your continuing education report', applicant: 'We got your e-mail' },
  es: { report: 'Su informe de educación continua', applicant: 'Recibimos su correo' },
};

describe('letters', () => {
  // reminders, letters about a period and about a change answer no mail, so they bear no reference: tests of their own hold them
  for (const id of Object.keys(programme.letters).filter((each) => !/^(?:reminder|period|identity)-/.test(each))) {
    it(`"${id}" is whole, bears the reference and has a neutral subject`, () => {
      const { subject, text } = fillLetter(programme, id, values);

      expect(subject).toBe(
        subjects[id.endsWith('.es') ? 'es' : 'en'][/^(?:applicant|not-ours)/.test(id) ? 'applicant' : 'report'],
      );
      expect(text).toContain('LA-2026-7K3M9Q');
      expect(text).not.toMatch(/[{}]/);
      expect(text).not.toMatch(/recovery|recuperaci|diagn[oó]s|mental|substance|sustancia|salud|peer/i);
    });
  }

  it('to applicants name neither the training nor a verdict', () => {
    const said = [programme.letters.applicant?.text, ...Object.values(programme.applications?.words ?? {})].join(' ');

    expect(said.length).toBeGreaterThan(600);
    expect(said).not.toMatch(/appl(?:y|ic)|training|class|specialist|accept|refus|reject|eligib|qualif|select|age\b/i);
  });

  it('leave out a paragraph that has nothing to say', () => {
    const { text } = fillLetter(programme, 'needs-sender', { ...values, 'what counts': '' });

    expect(text).not.toContain('What counts so far');
    expect(text).toContain('What is still needed');
  });

  it('are never sent with a hole', () => {
    const { deadline: _left, ...without } = values;

    expect(() => fillLetter(programme, 'needs-sender', without)).toThrow('{deadline}');
    expect(() => fillLetter(programme, 'no such letter', values)).toThrow('no letter');
  });

  it('do not fill what a stranger writes into a value, and keep control characters out', () => {
    const { text } = fillLetter(programme, 'accepted', { ...values, 'what arrived': '{reference}\u0007\r{secret}' });

    expect(text).toContain('{reference}  {secret}');
  });

  it('do not take a value from the prototype of an object', () => {
    const hole = { ...programme, letters: { a: { id: 'a', subject: '{toString}', text: 'x' } } };

    expect(() => fillLetter(hole, 'a', {})).toThrow('{toString}');
  });
});

describe('reasons', () => {
  it('have a plain sentence each, without blame', () => {
    for (const code of reasonCodes) {
      const { says } = wordsForReason(programme, code);

      expect(says).toMatch(/\.$/);
      expect(says).not.toMatch(/you failed|your fault|error|invalid|reject/i);
    }
  });

  it('use short sentences', () => {
    const sentences = reasonCodes.flatMap((code) => wordsForReason(programme, code).says.split('. '));

    expect(Math.max(...sentences.map((sentence) => sentence.split(' ').length))).toBeLessThanOrEqual(20);
  });
});
