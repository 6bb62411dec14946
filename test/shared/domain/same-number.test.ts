import { describe, expect, test } from 'vitest';
import { numbersOf } from '#shared/domain/same-number.ts';
import { aDocument, aField } from '#test/builders/a-document.ts';

type Printed = { number: string | null; by?: string | null; sure?: number; isPicture?: boolean };

const paper = ({ number, by = 'Cypress Learning', sure = 0.97, isPicture = false }: Printed) =>
  aDocument({
    reading: isPicture ? 'ocr' : 'text-layer',
    fields: { certificateId: aField(number, { confidence: sure }), provider: aField(by) },
  });
const say = (one: Printed, other: Printed) => numbersOf(paper(one), paper(other));

describe('the numbers of two certificates', () => {
  test.each<[string, Printed, Printed]>([
    ['the very same', { number: 'PS-264414' }, { number: 'PS-264414' }],
    ['written with other marks', { number: 'PS-264414' }, { number: 'ps 264414' }],
    ['O for 0 and S for 5 on a photo', { number: 'LPW-305158' }, { number: 'LPW-3O51S8', isPicture: true }],
    [
      'the issuer with and without "Inc."',
      { number: '6537-6928' },
      { number: '6537-6928', by: 'Cypress Learning Inc' },
    ],
  ])('are the same: %s', (_what, one, other) => {
    expect(say(one, other)).toBe('same');
  });

  test.each<[string, Printed, Printed]>([
    ['in one sign, both printed as text', { number: 'PS-264414' }, { number: 'PS-264415' }],
    ['in several signs on a photo', { number: 'PS-264414' }, { number: 'PS-981202', isPicture: true }],
  ])('are different: %s', (_what, one, other) => {
    expect(say(one, other)).toBe('different');
  });

  test.each<[string, Printed, Printed]>([
    ['there is none on one', { number: 'PS-264414' }, { number: null }],
    ['two issuers use one number', { number: 'PS-264414' }, { number: 'PS-264414', by: 'Gulf School of Peers' }],
    ['nobody knows who issued one', { number: 'PS-264414' }, { number: 'PS-264414', by: null }],
    ['it only counts the people of an event', { number: '12' }, { number: '12' }],
    ['a sign on a picture is all that differs', { number: 'PS-264414' }, { number: 'PS-264474', isPicture: true }],
    ['letters taken for figures in text say nothing', { number: 'A8O11' }, { number: 'A8011' }],
    ['one was hardly read', { number: 'PS-264414' }, { number: 'XX-981202', isPicture: true, sure: 0.6 }],
  ])('say nothing: %s', (_what, one, other) => {
    expect(say(one, other)).toBe('nothing');
  });
});
