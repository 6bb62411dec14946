import { describe, expect, it } from 'vitest';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { type Pages, readProgramme } from '#shared/rules/read-programme.ts';
import { aField } from '#test/builders/a-document.ts';
import { certificate, codesOf, core, dana, ethics, judged, report, row } from '#test/builders/a-judged-mail.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const credits = 'credits.md';
const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
const withCredits = (from: string | RegExp, to: string): Pages => ({
  ...pages,
  [credits]: (pages[credits] ?? '').replace(from, to),
});

/** As the reader leaves it: what is printed, and the hours that it makes of it where it can. */
const printed = (raw: string, unit: string, value: string | null) => ({
  hours: { ...aField(value), raw },
  creditUnit: aField(unit),
});
type Given = { raw: string; unit: string; value: string | null; onForm?: string; pages?: Pages };

async function ofEthics({ raw, unit, value, onForm = '3', pages: own }: Given) {
  const programme = own === undefined ? {} : { programme: readProgramme(own) };
  const documents = [
    report([row({ ...ethics, hours: onForm, ethicsHours: onForm }), row(core)]),
    certificate(ethics, printed(raw, unit, value)),
    certificate(core),
  ];
  const judgement = await judged({ documents, ...programme });
  const [credit] = judgement.credits.filter(({ title }) => title === ethics.title);
  return { judgement, credit, codes: codesOf(judgement) };
}

describe('what a certificate prints, in the hours of the programme', () => {
  it('is counted where the table says how, and the machine may', async () => {
    for (const given of [
      { raw: '180 minutes', unit: 'minutes', value: '3' },
      { raw: '3 CEUs', unit: 'CEU', value: '3' },
      { raw: '3 CE credits', unit: 'credits', value: '3' },
    ]) {
      const { judgement, credit } = await ofEthics(given);
      expect(credit, given.raw).toMatchObject({ hours: 300, status: 'counted' });
      expect(judgement.outcome).toBe('accepted');
    }
  });

  it('is proposed and left to a person where the table says so: CEUs of ten hours, credits of a college', async () => {
    const ceu = await ofEthics({ raw: '0.3 CEU', unit: 'IACET CEU', value: '3' });
    expect(ceu.credit).toMatchObject({ hours: 300, status: 'undecided', code: 'unit-ambiguous' });
    const college = await ofEthics({ raw: '1 semester credit', unit: 'semester credit', value: null, onForm: '15' });
    expect(college.credit).toMatchObject({ hours: 1500, status: 'undecided', code: 'unit-ambiguous' });
    expect(college.judgement.outcome).toBe('needs-review');
  });

  it('follows the page: an hour of fifty minutes, a CEU of ten hours', async () => {
    const fifty = withCredits('| 60  ', '| 50  ');
    const short = await ofEthics({ raw: '150 minutes', unit: 'minutes', value: '2.5', pages: fifty });
    expect(short.credit).toMatchObject({ hours: 300, status: 'counted' });
    const tens = withCredits(/\| ceu; ceus +\| 1 /, '| ceu; ceus | 10 ');
    const { credit } = await ofEthics({ raw: '0.3 CEU', unit: 'CEU', value: '0.3', pages: tens });
    expect(credit).toMatchObject({ hours: 300 });
  });

  it('is open where fifty minutes are no whole hundredth of an hour: nobody is asked for another certificate', async () => {
    const { credit, codes } = await ofEthics({ raw: '50 minutes', unit: 'minutes', value: null });
    expect(credit).toMatchObject({ hours: null, status: 'undecided' });
    expect(codes).toContain('unit-ambiguous');
    expect(codes).not.toContain('hours-missing');
  });

  it('is open where the programme has not said what it stands for, however many hours the form gives', async () => {
    const programme = await programmeNamed('ohio-peer-supporter');
    const person = { ...dana, credentialType: 'CPRS', certifiedOn: '2022-12-10' };
    const documents = [
      report([row(ethics), row(core)], { reportingYear: aField('2026') }),
      certificate(ethics, printed('3 CEUs', 'CEU', '3')),
      certificate(core, printed('420 minutes', 'minutes', '7')),
    ];
    const judgement = await judged({ documents, programme, person });
    expect(judgement.credits.map(({ hours, code }) => [hours, code])).toEqual([
      [null, 'unit-ambiguous'],
      [null, 'unit-ambiguous'],
    ]);
    expect(judgement.findings.filter(({ verdict }) => verdict === 'not-met')).toEqual([]);
  });
});
