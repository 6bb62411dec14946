import { describe, expect, test } from 'vitest';
import { safeFileName } from '#functions/console/cases/safe-file-name.ts';
import { asAttachment } from '#shared/domain/as-attachment.ts';
import { likenessOf } from '#shared/domain/name-match.ts';
import { safeCell } from '#shared/domain/spreadsheet.ts';
import { shownName } from '#shared/mail/file-name.ts';

const shown = (name: string) => shownName(name, 'application/pdf');

describe('the name of a file that a stranger sent', () => {
  test('B056: says which signs in it turn its letters round', () => {
    expect(shown('cert\u202efdp.exe')).toBe('cert\\u{202E}fdp.exe');
  });

  test('B058: keeps 150 letters and its ending', () => {
    expect(Array.from(shown(`${'ä'.repeat(5000)}.pdf`))).toHaveLength(150);
  });

  test('B060: is no formula in a table that is taken out', () => {
    expect(safeCell('=cmd|calc!A1.pdf')).toBe(`"'=cmd|calc!A1.pdf"`);
  });

  test('B061: breaks no header of a download', () => {
    const header = asAttachment(safeFileName('a\r\nContent-Type: text/html\r\n\r\n<b>.pdf'));

    expect(header).not.toMatch(/[\r\n<>]/);
    expect(header).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''[\w%.-]*$/);
  });

  test.each([
    ['CON.pdf', '_CON.pdf'],
    ['lpt1', '_lpt1'],
    ['form.pdf. . ', 'form.pdf'],
  ])('B066: is one that Windows takes as a file: %s', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('B067: is one name, with its accents in one sign or in two', () => {
    expect(shown('Jose\u0301.pdf')).toBe('José.pdf');
    expect(likenessOf('Jose\u0301 Roy', 'José Roy')).toBe('same');
  });
});
