import { describe, expect, it } from 'vitest';
import { bookOf, pagesChanged } from '#shared/rules/book.ts';

const pages = { 'period.md': 'one year', 'a.rule.md': 'a rule', 'letters/accepted.md': 'Dear person' };

describe('the book of a programme', () => {
  it('holds the pages that may change an answer, letters left out, whatever their order', () => {
    const book = bookOf(pages);

    expect(Object.keys(book.pages)).toEqual(['a.rule.md', 'period.md']);
    expect(book.pages['period.md']).toBe('one year');
    expect(book.hashes['a.rule.md']).toMatch(/^[0-9a-f]{64}$/);
    expect(bookOf(Object.fromEntries(Object.entries(pages).reverse()))).toEqual(book);
    expect(bookOf({ ...pages, 'letters/accepted.md': 'Hello' }).sha256).toBe(book.sha256);
    expect(bookOf({ ...pages, 'period.md': 'two years' }).sha256).not.toBe(book.sha256);
    expect(Object.keys(bookOf({ 'b/letters/x.md': '' }).pages)).toEqual(['b/letters/x.md']);
  });

  it('says which pages are written otherwise, new or gone', () => {
    const before = bookOf(pages);
    const after = bookOf({ 'period.md': 'two years', 'a.rule.md': 'a rule', 'b.rule.md': 'new' });

    expect(pagesChanged(before, after)).toEqual(['b.rule.md', 'period.md']);
    expect(pagesChanged(after, before)).toEqual(['b.rule.md', 'period.md']);
    expect(pagesChanged(before, before)).toEqual([]);
  });
});
