import { describe, expect, it } from 'vitest';
import type { Change, Correction, DocumentRef } from '#shared/domain/correction.ts';
import { layCorrections } from '#shared/domain/lay-corrections.ts';
import type { Box } from '#shared/domain/reading.ts';
import { sessionNumbers } from '#shared/domain/row-numbers.ts';
import { aDocument, aField, aSession } from '#test/builders/a-document.ts';
import { ann } from '#test/builders/staff.ts';

const boxAt = (top: number): Box => [0.7, top, 0.05, 0.02];
const session = (title: string, hours: string, ethics: boolean | null, top: number) =>
  aSession({ title: aField(title), hours: aField(hours, { box: boxAt(top) }), ethics });
const sessions = [
  session('Opening', '2', false, 0.3),
  session('Boundaries', '1.5', true, 0.34),
  session('Closing', '1', false, 0.38),
];
/** The machine adds up what the sessions say, at the place of the first that is ethics. */
const sum = aField('1.5', { box: boxAt(0.34), raw: '1.5' });
const summed = aDocument({ fields: { hours: aField('4.5'), ethicsHours: sum }, sessions });
const { fileId, part, pages, sha256 } = summed;
const document: DocumentRef = { fileId, part, pages, sha256 };
const said = (changes: readonly Change[]): Correction[] =>
  changes.map((change, at) => ({ number: at + 1, at: '2026-12-01T15:00:00.000Z', by: ann, change }));
const laid = (paper: typeof summed, ...changes: Change[]) =>
  layCorrections([paper], { people: [], strays: [] }, said(changes)).documents[0];
const ethics = (at: number, value: boolean | null): Change => ({
  ...{ what: 'session-column', document, session: at, column: 'ethics', value },
});
const added: Change = { what: 'session-added', document, values: { title: 'At lunch', hours: '0.25', ethics: true } };

describe('the sessions of a certificate that a person puts right', () => {
  it('keep what the machine had read beside what the person says', () => {
    const fixed = laid(summed, { what: 'session-column', document, session: 0, column: 'hours', value: '2.5' });
    expect(fixed?.sessions[0]?.hours).toMatchObject({
      ...{ value: '2.5', confidence: 1, box: boxAt(0.3), asRead: { value: '2' }, source: { medium: 'person' } },
    });
    expect(fixed?.sessions.map(({ title }) => title.value)).toEqual(['Opening', 'Boundaries', 'Closing']);
    expect(summed.sessions[0]?.hours.value).toBe('2');
  });

  it('come to other hours in ethics, where those were their sum', () => {
    expect(laid(summed, ethics(2, true))?.fields.ethicsHours).toMatchObject({ value: '2.5', asRead: { value: '1.5' } });
    expect(laid(summed, added)?.fields.ethicsHours?.value).toBe('1.75');
    expect(laid(summed, { what: 'session-removed', document, session: 1 })?.fields.ethicsHours?.value).toBe('0');
  });

  it('leave the hours in ethics unknown while one of them does not say whether it is ethics', () => {
    expect(laid(summed, ethics(0, null))?.fields).not.toHaveProperty('ethicsHours');
    expect(laid(summed, ethics(0, null), ethics(0, true))?.fields.ethicsHours?.value).toBe('3.5');
  });

  it('say for the first time how much is ethics, where the machine could not', () => {
    const open = aDocument({
      fields: { hours: aField('4.5') },
      sessions: sessions.map((one) => ({ ...one, ethics: null })),
    });
    const all = [ethics(0, false), ethics(1, true), ethics(2, false)];
    expect(laid(open, ...all.slice(0, 2))?.fields).not.toHaveProperty('ethicsHours');
    expect(laid(open, ...all)?.fields.ethicsHours?.value).toBe('1.5');
  });

  it('change nothing of a number that is printed for itself, or that a person wrote', () => {
    const printed = aDocument({ fields: { ethicsHours: aField('1.5', { box: [0.1, 0.8, 0.05, 0.02] }) }, sessions });
    expect(laid(printed, ethics(2, true))?.fields.ethicsHours?.value).toBe('1.5');
    const written: Change = { what: 'field', document, field: 'ethicsHours', value: '3' };
    expect(laid(summed, written, ethics(2, true))?.fields.ethicsHours?.value).toBe('3');
    expect(laid(summed, ethics(2, true), written)?.fields.ethicsHours?.value).toBe('3');
  });

  it('keep their numbers when one is taken away, and when one that was added is taken back', () => {
    const gone: Change = { what: 'session-removed', document, session: 1 };
    const changes = [gone, added, { what: 'withdrawn', number: 2 } as const, added];
    expect(sessionNumbers([summed], 0, said(changes))).toEqual([0, 2, 4]);
    const left = laid(summed, ...changes, {
      what: 'session-column',
      document,
      session: 2,
      column: 'title',
      value: 'End',
    });
    expect(left?.sessions.map(({ title }) => title.value)).toEqual(['Opening', 'End', 'At lunch']);
  });

  it('are certain once somebody has looked at the whole paper', () => {
    const looked = laid(summed, { what: 'confirmed', document });
    expect(looked?.sessions.map(({ hours }) => hours.confidence)).toEqual([1, 1, 1]);
  });
});
