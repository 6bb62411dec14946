import { describe, expect, it } from 'vitest';
import { readPaper, rowsOf } from './reading-of.ts';
import {
  blocksOfFields,
  guidanceWithLines,
  tableWithoutLines,
  twoColumnsOfHoursOnTwoPages,
} from './reports-on-paper.ts';

describe('a report form is read whatever its layout', () => {
  it('with a table without lines and wrapped cells, labels above and under what is written', async () => {
    const { kind, values, extract } = await readPaper(await tableWithoutLines());
    expect(kind).toBe('ce-report');
    expect(values).toMatchObject({
      reportingYear: '2026',
      legalName: 'Theodore B. Landry Jr.',
      email: 'tblandry@example.org',
      phone: '504.555.0142',
      credentialType: 'RPSS',
      initialTrainingDate: '2021-06-03',
      employer: 'Bywater Peer House',
      totalHours: '10.25',
      totalEthicsHours: '3',
      attestationChecked: true,
      signaturePresent: true,
      signatureDate: '2026-12-15',
    });
    expect(rowsOf(extract)).toEqual([
      [
        'Confidentiality in Rural Communities: What Peers Need to Know Before Sharing',
        'Bayou Teche Training Cooperative',
        '2026-02-14',
        '3',
        'ethics',
        true,
      ],
      ['Grief Groups', 'Lafourche Learning Lab', '2026-03-05', '2.25', 'core', true],
      [
        'Introduction to Whole Health Planning for Peer Specialists',
        'Bayou Teche Training Cooperative',
        '2026-11-02',
        '5',
        'core',
        false,
      ],
    ]);
  });

  it('with a block for each training and fields whose names say nothing; what is left empty is null', async () => {
    const { kind, values, extract } = await readPaper(await blocksOfFields());
    expect(kind).toBe('ce-report');
    expect(values).toEqual({
      reportingYear: '2026',
      legalName: 'Ngoc Tran',
      email: 'ngoc@example.com',
      phone: '(985) 555-0111',
      credentialType: 'RFPSS',
      initialTrainingDate: '2022-10-01',
      employer: null,
      totalHours: '7.5',
      totalEthicsHours: '3.5',
      attestationChecked: false,
      signaturePresent: false,
      signatureDate: null,
    });
    expect(rowsOf(extract)).toEqual([
      ['Sibling Support Basics', 'Family Voices Academy', '2026-04-02', '4', 'core', null],
      ['Ethics at the Kitchen Table', 'Family Voices Academy', '2026-05-11', '3.5', 'ethics', null],
    ]);
  });

  it('on two pages, with a column of hours for ethics and one for the rest', async () => {
    const { kind, values, extract } = await readPaper(await twoColumnsOfHoursOnTwoPages());
    expect(kind).toBe('ce-report');
    expect(values).toMatchObject({
      phone: null,
      totalHours: '9.5',
      attestationChecked: true,
      signaturePresent: true,
      signatureDate: '2026-12-01',
    });
    expect(rowsOf(extract)).toEqual([
      ['Dignity of Risk', 'Atchafalaya Institute', '2026-01-09', '2', 'ethics', null],
      ['Running a Drop-in Center', 'Atchafalaya Institute', '2026-02-21', '6.5', 'core', null],
      ['Mandated Reporting for Peers', 'Sabine Center', '2026-03-03', '1', 'ethics', null],
    ]);
  });
});

describe('a guidance form', () => {
  it('is read with its answer to whether the training was mandatory; an empty signature line is unsigned', async () => {
    const { kind, values } = await readPaper(await guidanceWithLines());
    expect(kind).toBe('ceu-guidance');
    expect(values).toEqual({
      legalName: 'Beatrice Comeaux',
      courseTitle: 'Clay and Calm',
      provider: 'St. Martin Arts Guild',
      completedOn: '2026-09-09',
      hours: '2',
      ethicsHours: '0',
      competency: 'Supports recovery planning',
      mandatoryForJob: false,
      signaturePresent: false,
    });
  });
});
