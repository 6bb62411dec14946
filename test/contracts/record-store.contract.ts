import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListQuery, NewRecord, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';

/** `open` gives a store; every test works under partitions of its own, so one store serves all. */
export function recordStoreContract(open: () => Promise<RecordStore>): void {
  let store: RecordStore;
  let count = 0;
  /** a partition nobody else uses */
  const fresh = (): string => {
    count += 1;
    return `PARTITION#${count}`;
  };
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    if ('close' in store && typeof store.close === 'function') store.close();
  });

  const put = (record: NewRecord, expectation: Write['expect'] = 'any') =>
    store.write([{ put: record, expect: expectation }]);

  async function listToTheEnd(query: ListQuery): Promise<StoredRecord[]> {
    let page = await store.list(query);
    const all = [...page.records];
    while (page.after !== undefined) {
      expect(page.records.length).toBe(query.limit ?? 100);
      page = await store.list({ ...query, after: page.after });
      all.push(...page.records);
    }
    return all;
  }

  const sks = (records: StoredRecord[]) => records.map(({ sk }) => sk);

  describe('versions and expectations', () => {
    it('a record that was never put is not found', async () => {
      expect(await store.find({ pk: fresh(), sk: 'a' })).toBeNull();
    });

    it('a version is 1 at first and counts every put, whatever was expected', async () => {
      const key = { pk: fresh(), sk: 'a' };
      expect(await put({ ...key, body: 'one' }, 'absent')).toBe('written');
      expect(await put({ ...key, body: 'two' }, 'any')).toBe('written');
      expect(await put({ ...key, body: 'three' }, { version: 2 })).toBe('written');
      expect(await store.find(key)).toEqual({ ...key, body: 'three', version: 3 });
    });

    it('an unconditional put of a new record makes version 1', async () => {
      const key = { pk: fresh(), sk: 'a' };
      expect(await put({ ...key, body: null })).toBe('written');
      expect(await store.find(key)).toEqual({ ...key, body: null, version: 1 });
    });

    it('a put that expects absence, or another version, changes nothing', async () => {
      const key = { pk: fresh(), sk: 'a' };
      await put({ ...key, body: 'first' }, 'absent');
      expect(await put({ ...key, body: 'second' }, 'absent')).toBe('conflict');
      expect(await put({ ...key, body: 'second' }, { version: 2 })).toBe('conflict');
      expect(await put({ pk: key.pk, sk: 'b', body: 'second' }, { version: 1 })).toBe('conflict');
      expect(await store.find(key)).toEqual({ ...key, body: 'first', version: 1 });
      expect(await store.find({ pk: key.pk, sk: 'b' })).toBeNull();
    });

    it('a removal holds to its expectation, and a record put again begins at version 1', async () => {
      const key = { pk: fresh(), sk: 'a' };
      await put({ ...key, body: 1 });
      expect(await store.write([{ remove: key, expect: { version: 9 } }])).toBe('conflict');
      expect(await store.write([{ remove: key, expect: 'absent' }])).toBe('conflict');
      expect(await store.write([{ remove: key, expect: { version: 1 } }])).toBe('written');
      expect(await store.find(key)).toBeNull();
      expect(await store.write([{ remove: key, expect: 'any' }])).toBe('written');
      expect(await put({ ...key, body: 2 }, 'absent')).toBe('written');
      expect((await store.find(key))?.version).toBe(1);
    });

    it('a check guards a write without changing what it looks at', async () => {
      const pk = fresh();
      await put({ pk, sk: 'guard', body: 1 });
      const write = (check: 'absent' | { version: number }, sk: string) =>
        store.write([
          { check: { pk, sk }, expect: check },
          { put: { pk, sk: 'guarded', body: check }, expect: 'any' },
        ]);
      expect(await write('absent', 'guard')).toBe('conflict');
      expect(await write({ version: 2 }, 'guard')).toBe('conflict');
      expect(await write({ version: 1 }, 'missing')).toBe('conflict');
      expect(await store.find({ pk, sk: 'guarded' })).toBeNull();
      expect(await write({ version: 1 }, 'guard')).toBe('written');
      expect(await write('absent', 'missing')).toBe('written');
      expect((await store.find({ pk, sk: 'guard' }))?.version).toBe(1);
    });
  });

  describe('all or nothing', () => {
    it('B277: a failing expectation in the middle leaves nothing of the whole write', async () => {
      const pk = fresh();
      await put({ pk, sk: 'b', body: 'old', index1: { pk: `${pk}#INDEX`, sk: 'old' } });
      const result = await store.write([
        { put: { pk, sk: 'a', body: 'new' }, expect: 'absent' },
        { put: { pk, sk: 'b', body: 'new', index1: { pk: `${pk}#INDEX`, sk: 'new' } }, expect: 'absent' },
        { put: { pk, sk: 'c', body: 'new' }, expect: 'absent' },
      ]);
      expect(result).toBe('conflict');
      const { records } = await store.list({ pk });
      expect(records).toEqual([{ pk, sk: 'b', body: 'old', version: 1, index1: { pk: `${pk}#INDEX`, sk: 'old' } }]);
    });

    it('25 changes are one write; 26 or none are refused', async () => {
      const pk = fresh();
      const writes = (length: number): Write[] =>
        Array.from({ length }, (_, at) => ({ put: { pk, sk: `sk#${at}`, body: at }, expect: 'absent' }));
      await expect(store.write(writes(26))).rejects.toMatchObject({ name: 'GiveUp' });
      await expect(store.write([])).rejects.toMatchObject({ name: 'GiveUp' });
      expect(await store.write(writes(25))).toBe('written');
      expect((await store.list({ pk })).records.length).toBe(25);
    });

    it('a write that names one record twice is refused', async () => {
      const key = { pk: fresh(), sk: 'a' };
      const twice: Write[] = [
        { put: { ...key, body: 1 }, expect: 'any' },
        { check: key, expect: 'absent' },
      ];
      await expect(store.write(twice)).rejects.toMatchObject({ name: 'GiveUp' });
      expect(await store.find(key)).toBeNull();
    });

    it('a body that is no JSON or too large, and a key that is empty, too long or half a character, are refused', async () => {
      const pk = fresh();
      const tooLong = 'k'.repeat(1025);
      const bad: NewRecord[] = [
        { pk, sk: 'a', body: undefined },
        { pk, sk: 'a', body: 'x'.repeat(100_000) },
        { pk: '', sk: 'a', body: 1 },
        { pk, sk: '', body: 1 },
        { pk, sk: tooLong, body: 1 },
        { pk, sk: '\ud800', body: 1 },
        { pk, sk: 'a', body: 1, index1: { pk: '', sk: 'a' } },
        { pk, sk: 'a', body: 1, index2: { pk: 'a', sk: tooLong } },
      ];
      for (const record of bad) await expect(put(record)).rejects.toMatchObject({ name: 'GiveUp' });
      await expect(store.find({ pk, sk: '' })).rejects.toMatchObject({ name: 'GiveUp' });
      expect((await store.list({ pk })).records).toEqual([]);
    });
  });

  describe('what is kept', () => {
    it('every JSON value comes back as it went in', async () => {
      const pk = fresh();
      const bodies = [null, true, '', 0, -1.5, 1e-7, 123456789012345, [], {}, [[], [null]], { z: 1, a: { '': '' } }];
      for (const [at, body] of bodies.entries()) await put({ pk, sk: `sk#${at}`, body });
      for (const [at, body] of bodies.entries()) expect((await store.find({ pk, sk: `sk#${at}` }))?.body).toEqual(body);
    });

    it('letters of all scripts stand in keys and bodies', async () => {
      const key = { pk: `${fresh()}#Éva Šimková`, sk: '名前#🎓#\u0301' };
      const body = { name: 'Zoë Nuñez', note: 'مرحبا \u0000 \ud800 🎓' };
      await put({ ...key, body });
      expect((await store.find(key))?.body).toEqual(body);
    });

    it('composed and decomposed letters are different keys', async () => {
      const pk = fresh();
      await put({ pk, sk: 'é', body: 1 });
      expect(await store.find({ pk, sk: 'e\u0301' })).toBeNull();
    });

    it('a body of 100 kB is kept, eleven of them in one list', async () => {
      const pk = fresh();
      const body = 'y'.repeat(99_998);
      for (let at = 10; at <= 20; at += 1) await put({ pk, sk: `sk#${at}`, body });
      const { records, after } = await store.list({ pk });
      expect(records.length).toBe(11);
      expect(after).toBeUndefined();
      expect(records.every((record) => record.body === body)).toBe(true);
    });
  });

  describe('lists', () => {
    it('are in the order of the bytes of sk, newest first when asked', async () => {
      const pk = fresh();
      const inOrder = ['10', '2', 'B', 'a', 'a#1', 'b', 'é', '\uffff', '🎓'];
      for (const sk of inOrder.toReversed()) await put({ pk, sk, body: sk });
      expect(sks((await store.list({ pk })).records)).toEqual(inOrder);
      expect(sks((await store.list({ pk, newestFirst: true })).records)).toEqual(inOrder.toReversed());
    });

    it('hold one partition only and are empty where nothing is', async () => {
      const pk = fresh();
      await put({ pk, sk: 'a', body: 1 });
      await put({ pk: `${pk}#more`, sk: 'b', body: 1 });
      expect(sks((await store.list({ pk })).records)).toEqual(['a']);
      expect(await store.list({ pk: fresh() })).toEqual({ records: [] });
    });

    it('keep to a beginning or to bounds that count', async () => {
      const pk = fresh();
      for (const sk of ['a', 'b', 'b#1', 'b#2', 'b~', 'c', 'c\u{10ffff}', 'c\u{10ffff}x', 'd']) {
        await put({ pk, sk, body: sk });
      }
      const list = async (query: Omit<ListQuery, 'pk'>) => sks((await store.list({ pk, ...query })).records);
      expect(await list({ skStartsWith: 'b#' })).toEqual(['b#1', 'b#2']);
      expect(await list({ skStartsWith: 'c\u{10ffff}' })).toEqual(['c\u{10ffff}', 'c\u{10ffff}x']);
      expect(await list({ skStartsWith: '' })).toHaveLength(9);
      expect(await list({ skStartsWith: 'x' })).toEqual([]);
      expect(await list({ skFrom: 'b#1', skTo: 'c' })).toEqual(['b#1', 'b#2', 'b~', 'c']);
      expect(await list({ skFrom: 'b~', newestFirst: true, limit: 2 })).toEqual(['d', 'c\u{10ffff}x']);
      expect(await list({ skTo: 'b' })).toEqual(['a', 'b']);
      expect(await list({ skFrom: 'z', skTo: 'a' })).toEqual([]);
    });

    it('page to the end, both ways, and say when there is no more', async () => {
      const pk = fresh();
      const inOrder = Array.from({ length: 23 }, (_, at) => `sk#${10 + at}`);
      await store.write(inOrder.map((sk): Write => ({ put: { pk, sk, body: sk }, expect: 'absent' })));
      expect(sks(await listToTheEnd({ pk, limit: 5 }))).toEqual(inOrder);
      expect(sks(await listToTheEnd({ pk, limit: 7, newestFirst: true }))).toEqual(inOrder.toReversed());
      expect(sks(await listToTheEnd({ pk, limit: 2, skStartsWith: 'sk#1' }))).toEqual(inOrder.slice(0, 10));
      expect((await store.list({ pk, limit: 23 })).after).toBeUndefined();
      expect((await store.list({ pk, limit: 22 })).after).toBeDefined();
    });

    it('refuse a limit, bounds or a page mark that cannot be', async () => {
      const pk = fresh();
      const bad: Omit<ListQuery, 'pk'>[] = [
        { limit: 0 },
        { limit: 1001 },
        { limit: 1.5 },
        { skStartsWith: 'a', skTo: 'b' },
        { after: 'not a mark' },
        { after: Buffer.from('{"pk":"another","sk":"a"}').toString('base64url') },
      ];
      for (const query of bad) await expect(store.list({ pk, ...query })).rejects.toMatchObject({ name: 'GiveUp' });
      await expect(store.list({ pk: '' })).rejects.toMatchObject({ name: 'GiveUp' });
    });
  });

  describe('indexes', () => {
    it('hold only the records that name a place in them', async () => {
      const pk = fresh();
      const [one, two] = [`${pk}#1`, `${pk}#2`];
      await put({ pk, sk: 'neither', body: 1 });
      await put({ pk, sk: 'first', body: 1, index1: { pk: one, sk: 'b' } });
      await put({ pk, sk: 'both', body: 1, index1: { pk: one, sk: 'a' }, index2: { pk: two, sk: 'z' } });
      expect(sks((await store.list({ pk: one, index: 'index1' })).records)).toEqual(['both', 'first']);
      const { records } = await store.list({ pk: two, index: 'index2' });
      expect(records).toEqual([
        { pk, sk: 'both', body: 1, version: 1, index1: { pk: one, sk: 'a' }, index2: { pk: two, sk: 'z' } },
      ]);
      expect((await store.list({ pk: two, index: 'index1' })).records).toEqual([]);
    });

    it('follow a record that moves, leaves and is removed', async () => {
      const pk = fresh();
      const index1 = { pk: `${pk}#OPEN`, sk: '2026' };
      const isListed = async (indexPk: string) =>
        (await store.list({ pk: indexPk, index: 'index1' })).records.length > 0;
      await put({ pk, sk: 'a', body: 1, index1 });
      await put({ pk, sk: 'a', body: 2, index1: { pk: `${pk}#DONE`, sk: '2026' } });
      expect([await isListed(index1.pk), await isListed(`${pk}#DONE`)]).toEqual([false, true]);
      await put({ pk, sk: 'a', body: 3 });
      expect(await isListed(`${pk}#DONE`)).toBe(false);
      expect(await store.find({ pk, sk: 'a' })).toEqual({ pk, sk: 'a', body: 3, version: 3 });
      await put({ pk, sk: 'a', body: 4, index1 });
      await store.write([{ remove: { pk, sk: 'a' }, expect: 'any' }]);
      expect(await isListed(index1.pk)).toBe(false);
    });

    it('page to the end even where many records share one place', async () => {
      const pk = fresh();
      const index = `${pk}#INDEX`;
      const names = Array.from({ length: 12 }, (_, at) => `sk#${10 + at}`);
      for (const [at, sk] of names.entries()) {
        await put({ pk, sk, body: 1, index2: { pk: index, sk: `place#${Math.floor(at / 6)}` } });
      }
      for (const newestFirst of [false, true]) {
        const found = await listToTheEnd({ pk: index, index: 'index2', limit: 5, newestFirst });
        expect(sks(found).toSorted()).toEqual(names);
        const places = found.map((record) => record.index2?.sk ?? '');
        expect(places).toEqual(newestFirst ? places.toSorted().toReversed() : places.toSorted());
      }
    });

    it('keep to a beginning of their own sk', async () => {
      const pk = fresh();
      for (const sk of ['2026-11', '2026-12', '2027-01']) {
        await put({ pk, sk: `row#${sk}`, body: 1, index1: { pk: `${pk}#MONTHS`, sk } });
      }
      const { records } = await store.list({ pk: `${pk}#MONTHS`, index: 'index1', skStartsWith: '2026' });
      expect(records.map((record) => record.index1?.sk)).toEqual(['2026-11', '2026-12']);
    });
  });
}
