import { describe, expect, it } from 'vitest';
import { makeRecentPages } from '#shared/adapters/local/recent-pages.ts';

const fileOf = (text: string) => new TextEncoder().encode(text);

function pagesOf(bytesMax: number) {
  const recent = makeRecentPages<Uint8Array>(bytesMax, (page) => page.byteLength);
  const made: string[] = [];
  const get = (file: string, wanted: string, result: Uint8Array | null = new Uint8Array(10)) =>
    recent.get({ bytes: fileOf(file), wanted }, async () => {
      made.push(`${file} ${wanted}`);
      return result;
    });
  return { made, get };
}

describe('a page wanted by several steps is made once', () => {
  it('the same page of the same file is not made again', async () => {
    const { made, get } = pagesOf(100);
    const first = await get('report', 'page 1');
    expect(await get('report', 'page 1')).toBe(first);
    expect(made).toEqual(['report page 1']);
  });

  it('another page and another file are', async () => {
    const { made, get } = pagesOf(100);
    await get('report', 'page 1');
    await get('report', 'page 2');
    await get('certificate', 'page 1');
    expect(made).toEqual(['report page 1', 'report page 2', 'certificate page 1']);
  });

  it('the one not wanted for longest goes first when there are too many', async () => {
    const { made, get } = pagesOf(20);
    await get('report', 'page 1');
    await get('report', 'page 2');
    await get('report', 'page 1');
    await get('report', 'page 3');
    await get('report', 'page 1');
    await get('report', 'page 2');
    expect(made.slice(2)).toEqual(['report page 3', 'report page 2']);
  });

  it('a page that could not be made is tried again', async () => {
    const { made, get } = pagesOf(100);
    expect(await get('report', 'page 1', null)).toBeNull();
    await get('report', 'page 1');
    expect(made).toHaveLength(2);
  });
});
