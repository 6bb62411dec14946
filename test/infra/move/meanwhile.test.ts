import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { move } from '#infra/move/move.ts';
import { openMachine, type Place } from '#infra/move/place.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';

describe('a move of a programme, while somebody decides in the place that it leaves', () => {
  let folder = '';
  let places: Place[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meanwhile-'));
  });
  afterEach(() => {
    for (const place of places) place.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('B244: is refused at its end, and says what to do: no half of a decision is taken for the whole', async () => {
    const [from, to] = [await openMachine(join(folder, 'from')), await openMachine(join(folder, 'to'))];
    places = [from, to];
    // nobody who keeps to the lock gets in: somebody past it, or in a table of AWS, which has none
    const desk = openSqliteRecordStore(join(folder, 'from', 'records.sqlite'));
    await desk.write([{ put: { pk: 'SUB#1', sk: 'DECISION#001', body: { state: 'waiting' } }, expect: 'absent' }]);
    const decide = () =>
      desk.write([{ put: { pk: 'SUB#1', sk: 'DECISION#001', body: { state: 'in-effect' } }, expect: 'any' }]);
    let going = Promise.resolve('written');

    const moving = move(
      from,
      to,
      () => {
        going = going.then(decide);
      },
      folder,
    );

    await expect(moving).rejects.toMatchObject({
      name: 'GiveUp',
      message: expect.stringMatching(/^Somebody worked in .*from meanwhile\. Stop its mail and its host, and empty /),
    });
    await going;
    desk.close();
  });
});
