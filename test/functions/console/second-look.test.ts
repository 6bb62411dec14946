import { expect, test } from 'vitest';
import { fieldValue, sourceWords } from '#functions/console/parts/field-words.ts';
import type { Witness } from '#shared/domain/document.ts';
import { aField } from '#test/builders/a-document.ts';

const witness = (own: Partial<Witness>): Witness => ({
  ...{ engine: 'second-1', raw: '1.5', verdict: 'differs', confidence: 0.97 },
  ...own,
});

test('where two looks differ the reviewer sees both', () => {
  const field = aField('15', { raw: '15', witness: witness({}) });
  expect(`${fieldValue(field)}`).toContain('another look saw: “<bdi>1.5</bdi>”');
  expect(sourceWords(field)).toBe('seen twice, not alike');
});

test('what a stranger wrote is shown as text, also when only the second look read it', () => {
  const field = aField('15', { raw: '15', witness: witness({ raw: '<script>alert(1)</script>' }) });
  expect(`${fieldValue(field)}`).not.toContain('<script>');
});

test('a tick that only one look saw is said in words', () => {
  const field = aField(true, { raw: '[x]', witness: witness({ raw: '[ ]' }) });
  expect(`${fieldValue(field)}`).toContain('another look saw: nothing written');
});

test('every value says where it comes from', () => {
  const from = (medium: 'ocr' | 'form-fields' | 'text-layer') =>
    sourceWords(aField('3', { source: { medium, engine: 'x', sureness: 0.9 } }));
  expect([from('ocr'), from('form-fields'), from('text-layer')]).toEqual([
    'seen once on a picture',
    'from a form field',
    'from the text of the file',
  ]);
  expect(sourceWords(aField('3', { witness: witness({ verdict: 'agrees' }) }))).toBe('seen twice, alike');
});
