import { expect, test } from 'vitest';
import { makePlaces } from '#shared/adapters/local/contained/places.ts';

test('who asks for all places is alone with them, and whoever comes later waits behind', async () => {
  const places = makePlaces(2);
  const at: string[] = [];
  const enter = (name: string, count: number) => places.take(count).then(() => at.push(name));

  await enter('first', 1);
  const alone = enter('alone', 2);
  const later = enter('later', 1);
  await Promise.resolve();
  expect(at).toEqual(['first']);

  places.give(1);
  await alone;
  expect(at).toEqual(['first', 'alone']);

  places.give(2);
  await later;
  expect(at).toEqual(['first', 'alone', 'later']);
});
