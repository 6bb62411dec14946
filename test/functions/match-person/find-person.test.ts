import { describe, expect, test } from 'vitest';
import { findPerson } from '#functions/match-person/find-person.ts';
import type { Specialist } from '#shared/domain/person.ts';

function specialist(specialistId: string, legalName: string, email: string, otherNames: string[] = []): Specialist {
  const rest = { credentialType: 'RPSS', initialTrainingDate: '2020-01-01', status: 'active', employer: null };
  return { specialistId, legalName, otherNames, email, ...rest };
}

const james = specialist('S1', 'James A. Johnson', 'james@example.org');
const joyce = specialist('S2', 'Joyce Johnson', 'joyce@example.org');
const renee = specialist('S3', 'Renée Guidry Thibodeaux', 'renee@example.org', ['Renée Guidry']);
const roster = [james, joyce, renee];

describe('who a paper is from', () => {
  test('a whole name that one person bears is exact', () => {
    expect(findPerson({ name: 'Joyce Johnson', addresses: [] }, roster)).toMatchObject({
      match: 'exact',
      specialist: joyce,
    });
  });

  test('a name before marriage that the roster knows is that person', () => {
    expect(findPerson({ name: 'RENEE GUIDRY', addresses: [] }, roster)).toMatchObject({
      match: 'exact',
      specialist: renee,
    });
  });

  test('the last name first is the same name', () => {
    expect(findPerson({ name: 'Johnson, Joyce', addresses: [] }, roster)).toMatchObject({
      match: 'exact',
      specialist: joyce,
    });
  });

  test('B152: a name turned round without a comma may be somebody else: only the address on file makes it likely', () => {
    const found = findPerson({ name: 'Johnson Joyce', addresses: [] }, roster);
    expect(found).toMatchObject({ match: 'ambiguous', specialist: null });
    const addressed = findPerson({ name: 'Johnson Joyce', addresses: ['joyce@example.org'] }, roster);
    expect(addressed).toMatchObject({ match: 'likely', specialist: joyce });
  });

  test('a missing middle initial is likely', () => {
    expect(findPerson({ name: 'James Johnson', addresses: [] }, [james, renee])).toMatchObject({
      match: 'likely',
      specialist: james,
    });
  });

  test('an initial that two people share is ambiguous, and both are named', () => {
    const found = findPerson({ name: 'J. Johnson', addresses: ['home@example.com'] }, roster);
    expect(found).toMatchObject({ match: 'ambiguous', specialist: null, candidates: ['S1', 'S2'] });
  });

  test('the address on file tells two people of one name apart', () => {
    const found = findPerson({ name: 'J. Johnson', addresses: ['JOYCE@example.org'] }, roster);
    expect(found).toMatchObject({ match: 'likely', specialist: joyce });
  });

  test('an initial alone is never enough, even when only one person has it', () => {
    expect(findPerson({ name: 'J. Johnson', addresses: [] }, [joyce])).toMatchObject({
      match: 'ambiguous',
      specialist: null,
    });
  });

  test('a name and an address that belong to two people are left to a person', () => {
    const found = findPerson({ name: 'Joyce Johnson', addresses: ['renee@example.org'] }, roster);
    expect(found).toMatchObject({ match: 'ambiguous', specialist: null });
  });

  test('B151: two people of the very same name are left to a person', () => {
    const twin = specialist('S4', 'Joyce Johnson', 'other@example.org');
    expect(findPerson({ name: 'Joyce Johnson', addresses: [] }, [joyce, twin])).toMatchObject({ match: 'ambiguous' });
  });

  test('a nickname with the address on file and the last name is likely', () => {
    expect(findPerson({ name: 'Jim Johnson', addresses: ['james@example.org'] }, [james])).toMatchObject({
      match: 'likely',
    });
  });

  test('father and son are told apart by the suffix', () => {
    const [father, son] = [
      specialist('F', 'Paul Roy Sr.', 'a@example.org'),
      specialist('S', 'Paul Roy Jr.', 'b@example.org'),
    ];
    expect(findPerson({ name: 'Paul Roy Jr', addresses: [] }, [father, son])).toMatchObject({ specialist: son });
    expect(findPerson({ name: 'Paul Roy', addresses: [] }, [father, son])).toMatchObject({ match: 'ambiguous' });
  });

  test('a name that is not on the roster is nobody', () => {
    expect(findPerson({ name: 'Ada Fontaine', addresses: ['ada@example.org'] }, roster)).toMatchObject({
      match: 'none',
    });
  });
});
