import { describe, expect, test } from 'vitest';
import { groupDocuments } from '#functions/match-person/group-documents.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';

function specialist(specialistId: string, legalName: string, email: string): Specialist {
  const rest = { credentialType: 'RPSS', initialTrainingDate: '2020-01-01', status: 'active', employer: null };
  return { specialistId, legalName, otherNames: [], email, ...rest };
}

const form = (name: string) => aDocument({ kind: 'ce-report', fields: { legalName: aField(name) } });
const paper = (name: string) => aDocument({ fields: { attendeeName: aField(name) } });

async function grouped(names: [form: string, ...certificates: string[]], roster: Specialist[], from: string) {
  const [first, ...others] = names;
  const sender = { address: from, name: first };
  return groupDocuments([form(first), ...others.map(paper)], sender, async () => roster);
}

describe('which papers are a person’s', () => {
  const mary = specialist('M', 'Mary A. Smith', 'mary@example.org');

  test('a certificate with a missing or shortened middle name is theirs', async () => {
    const result = await grouped(['Mary Smith', 'MARY ANN SMITH', 'Smith, Mary A.'], [mary], 'mary@example.org');
    expect(result.people[0]).toMatchObject({ specialistId: 'M', documents: [0, 1, 2] });
    expect(result.strays).toEqual([]);
  });

  test('a form without middle initial does not make a colleague’s certificate theirs', async () => {
    const result = await grouped(['Mary Smith', 'Mary B. Smith'], [mary], 'mary@example.org');
    expect(result.people).toHaveLength(1);
    expect(result.strays).toEqual([1]);
  });

  test('a son’s certificate is not his father’s, whose form leaves the suffix out', async () => {
    const father = specialist('F', 'Paul Roy Sr.', 'paul@example.org');
    const result = await grouped(['Paul Roy', 'Paul Roy Jr.'], [father], 'paul@example.org');
    expect(result.strays).toEqual([1]);
  });

  test('last name first without a comma does not hide the suffix', async () => {
    const father = specialist('F', 'Paul Roy Sr.', 'paul@example.org');
    const result = await grouped(['Paul Roy Sr.', 'ROY PAUL JR'], [father], 'paul@example.org');
    expect(result.strays).toEqual([1]);
  });

  test('a certificate in the nickname of the form is theirs, and the form’s name is looked at', async () => {
    const robert = specialist('R', 'Robert Dugas', 'bob@example.org');
    const result = await grouped(['Bob Dugas', 'Bob Dugas'], [robert], 'bob@example.org');
    expect(result.people[0]).toMatchObject({ specialistId: 'R', match: 'likely', documents: [0, 1] });
  });

  test('letters after a name are no name', async () => {
    const result = await grouped(
      ['Mary Smith', 'Mary A. Smith, RPSS', 'Mary Smith, CPSS, BA'],
      [mary],
      'mary@example.org',
    );
    expect(result.people[0]).toMatchObject({ documents: [0, 1, 2] });
  });

  test('a form of somebody of the family does not become the report of who owns the address', async () => {
    const result = await grouped(['Joseph Smith'], [mary], 'mary@example.org');
    expect(result.people[0]?.match).not.toBe('exact');
  });

  test('a name misread on a picture is theirs by the second reading, unless the first is somebody else on the roster', async () => {
    const second = { engine: 'second-1', raw: 'Mary Smith', verdict: 'differs' as const, confidence: 0.97 };
    const misread = (name: string) => aDocument({ fields: { attendeeName: aField(name, { witness: second }) } });
    const sender = { address: 'mary@example.org', name: 'Mary Smith' };
    const roster = [mary, specialist('N', 'Mary Smyth', 'smyth@example.org')];
    const result = await groupDocuments(
      [form('Mary Smith'), misread('Maiy Smlth'), misread('Mary Smyth')],
      sender,
      async () => roster,
    );
    expect(result.people[0]).toMatchObject({ specialistId: 'M', documents: [0, 1] });
    expect(result.strays).toEqual([2]);
  });
});
