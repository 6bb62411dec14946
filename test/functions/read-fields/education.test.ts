import { describe, expect, it } from 'vitest';
import { extractDocument } from '#functions/read-fields/extract-document.ts';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { readingOf, valuesOf } from './reading-of.ts';

/** Lines one below the other, centred; a line with a size of its own is large. */
async function evidence(...lines: (string | [string, number])[]): Promise<Record<string, unknown>> {
  const sheet = await openSheet('Diploma', { landscape: true });
  let y = 60;
  for (const line of lines) {
    const [text, size] = typeof line === 'string' ? ([line, 12] as const) : line;
    sheet.write(text, { x: sheet.width / 2, y }, { size, align: 'centre' });
    y += size * 1.8;
  }
  return valuesOf(extractDocument((await readingOf(await sheet.save())).pages, 'education-evidence'));
}

describe('evidence of education', () => {
  it('is a diploma with its date written out', async () => {
    expect(
      await evidence(
        ['St. Martinville Senior High School', 26],
        'St. Martin Parish School Board',
        'This certifies that',
        ['Renata Louise Guillory', 30],
        'has satisfactorily completed the course of study prescribed for graduation',
        'and is therefore awarded this',
        ['Diploma', 30],
        'Given this twenty-second day of May, two thousand and nine',
      ),
    ).toEqual({
      holderName: 'Renata Louise Guillory',
      institution: 'St. Martinville Senior High School',
      evidenceType: 'diploma',
      awardedOn: '2009-05-22',
    });
  });

  it('is an equivalency, not a diploma, where the tests are named', async () => {
    expect(
      await evidence(
        ['State of Louisiana', 20],
        ['Department of Education', 16],
        ['High School Equivalency Diploma', 30],
        'Be it known that',
        ['OSCAR DEAN PITTMAN', 26],
        'having passed the Tests of General Educational Development',
        'is entitled to this diploma',
        'Issued: June 14, 2016',
      ),
    ).toEqual({
      holderName: 'OSCAR DEAN PITTMAN',
      institution: 'Department of Education',
      evidenceType: 'ged',
      awardedOn: '2016-06-14',
    });
  });

  it('of a score report is dated by its award, not by a birthday or the day of the test', async () => {
    expect(
      await evidence(
        ['HiSET® Exam', 22],
        ['Comprehensive Score Report', 18],
        'Name: Keondra Simms',
        'Date of Birth: 04/03/1995',
        'Test Date: 09/18/2017',
        'Credential awarded: 10/02/2017',
      ),
    ).toMatchObject({ holderName: 'Keondra Simms', evidenceType: 'ged', awardedOn: '2017-10-02' });
  });

  it('is a degree', async () => {
    expect(
      await evidence(
        ['Southern University at New Orleans', 28],
        'The Board of Supervisors, upon the recommendation of the Faculty,',
        'has conferred upon',
        ['Yvette Marie Landor', 28],
        'the degree of',
        ['Bachelor of Social Work', 24],
        'this tenth day of May, two thousand fourteen',
      ),
    ).toEqual({
      holderName: 'Yvette Marie Landor',
      institution: 'Southern University at New Orleans',
      evidenceType: 'degree',
      awardedOn: '2014-05-10',
    });
  });

  it('is a transcript, whatever degree it tells of', async () => {
    expect(
      await evidence(
        ['Delgado Community College', 16],
        ['OFFICIAL ACADEMIC TRANSCRIPT', 14],
        'Student Name: Terrell J. Bickham',
        'Date of Birth: 11/23/1988',
        'Date Printed: 08/01/2026',
        'Degree Awarded: Associate of Applied Science',
        'Date Conferred: 12/15/2012',
        'Cumulative GPA 3.25',
      ),
    ).toEqual({
      holderName: 'Terrell J. Bickham',
      institution: 'Delgado Community College',
      evidenceType: 'transcript',
      awardedOn: '2012-12-15',
    });
  });

  it('is from the school it was awarded by, whatever words lead up to its name', async () => {
    for (const line of [
      'Awarded by Booker T. Guidry High School',
      'a graduate of Booker T. Guidry High School',
      'through Booker T. Guidry High School on June 3, 2019',
    ]) {
      const read = await evidence(
        ['State of Louisiana', 14],
        ['High School Equivalency Diploma', 26],
        'This credential is awarded to',
        ['Yvette Marie Landor', 24],
        'who has passed the GED® test',
        line,
        'June 3, 2019',
      ); // prettier-ignore
      expect(read).toMatchObject({
        holderName: 'Yvette Marie Landor',
        institution: 'Booker T. Guidry High School',
        evidenceType: 'ged',
      });
    }
  });

  it('names its holder beside one plain word, or in a letter', async () => {
    const transcript = await evidence(
      ['Bayou Technical College', 16],
      ['Official Academic Transcript', 12],
      'Student: Yvette M. Landor',
      'Date conferred: 05/15/2012',
      'Cumulative GPA 3.41',
    ); // prettier-ignore
    expect(transcript).toMatchObject({ holderName: 'Yvette M. Landor', institution: 'Bayou Technical College' });
    const letter = await evidence(
      'To whom it may concern:',
      'This letter verifies that Yvette M. Landor earned a high school equivalency diploma (HiSET)',
      'through Delta Adult Learning College on August 9, 2018.',
    ); // prettier-ignore
    expect(letter).toMatchObject({
      holderName: 'Yvette M. Landor',
      institution: 'Delta Adult Learning College',
      awardedOn: '2018-08-09',
    });
  });
});
