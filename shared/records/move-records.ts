import type { RecordKey, RecordStore } from '#shared/ports/record-store.ts';

/**
 * Stands in a place from before the first thing of a programme moves in until all that moved was compared. Who finds it has half a
 * programme before them, in which nobody may work, and from which nobody may move.
 */
const mark = { pk: 'MOVE', sk: 'HALF' } as const;

export const isMoveMark = ({ pk, sk }: RecordKey): boolean => pk === mark.pk && sk === mark.sk;

export async function isHalfMoved(records: RecordStore): Promise<boolean> {
  return (await records.find(mark)) !== null;
}

export async function beginMove(records: RecordStore): Promise<void> {
  await records.write([{ put: { ...mark, body: {} }, expect: 'any' }]);
}

export async function endMove(records: RecordStore): Promise<void> {
  await records.write([{ remove: mark, expect: 'any' }]);
}
