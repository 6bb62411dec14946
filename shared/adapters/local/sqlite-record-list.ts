import type { DatabaseSync } from 'node:sqlite';
import type { Position } from '#shared/adapters/record-page.ts';
import { checkedLimit, pageOf, positionOf } from '#shared/adapters/record-page.ts';
import { checkKey } from '#shared/adapters/record-writes.ts';
import type { CountQuery, ListQuery, RecordPage } from '#shared/ports/record-store.ts';
import { recordOf } from './sqlite-record-row.ts';

type Condition = { text: string; values: string[] };

type SqliteLists = { list(query: ListQuery): RecordPage; count(query: CountQuery): number };

/** Lists in the order of DynamoDB: SQLite compares text by its UTF-8 bytes, too. */
export function openSqliteRecordList(database: DatabaseSync): SqliteLists {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  function statement(text: string): ReturnType<DatabaseSync['prepare']> {
    const known = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, known);
    return known;
  }

  return {
    list(query) {
      const limit = checkedLimit(query);
      const position = positionOf(query);
      const conditions = conditionsOf(query, position);
      const order = orderOf(query)
        .map((column) => `${column} ${query.newestFirst ? 'DESC' : 'ASC'}`)
        .join(', ');
      const where = conditions.map(({ text }) => text).join(' AND ');
      const values = conditions.flatMap((condition) => condition.values);
      const text = `SELECT * FROM records WHERE ${where} ORDER BY ${order} LIMIT ?`;
      return pageOf(
        statement(text)
          .all(...values, limit + 1)
          .map(recordOf),
        limit,
        query,
      );
    },
    count(query) {
      checkKey({ pk: query.pk, sk: 'any' });
      const row = statement(`SELECT count(*) AS rows FROM records WHERE ${query.index ?? ''}pk = ?`).get(query.pk);
      return Number(row?.rows ?? 0);
    },
  };
}

/** Two records may share a place in an index; their own keys then decide, so that paging misses neither. */
function orderOf(query: ListQuery): string[] {
  return query.index ? [`${query.index}sk`, 'pk', 'sk'] : ['sk'];
}

function conditionsOf(query: ListQuery, position: Position | null): Condition[] {
  const [pk, sk] = query.index ? [`${query.index}pk`, `${query.index}sk`] : ['pk', 'sk'];
  const conditions: Condition[] = [{ text: `${pk} = ?`, values: [query.pk] }];
  if (query.skFrom !== undefined) conditions.push({ text: `${sk} >= ?`, values: [query.skFrom] });
  if (query.skTo !== undefined) conditions.push({ text: `${sk} <= ?`, values: [query.skTo] });
  if (query.skStartsWith) conditions.push(...startsWith(sk, query.skStartsWith));
  if (position) conditions.push(beyond(query, position));
  return conditions;
}

function startsWith(column: string, prefix: string): Condition[] {
  const end = afterPrefix(prefix);
  return [
    { text: `${column} >= ?`, values: [prefix] },
    ...(end === null ? [] : [{ text: `${column} < ?`, values: [end] }]),
  ];
}

/** The first text in byte order that is past everything beginning so; null when nothing is. */
function afterPrefix(prefix: string): string | null {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === 0x10ffff) points.pop();
  const last = points.pop();
  if (last === undefined) return null;
  // the surrogates D800 to DFFF are no characters
  return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
}

function beyond(query: ListQuery, position: Position): Condition {
  const sign = query.newestFirst ? '<' : '>';
  if (position.indexSk === undefined) return { text: `sk ${sign} ?`, values: [position.sk] };
  const columns = orderOf(query);
  return {
    text: `(${columns.join(', ')}) ${sign} (${columns.map(() => '?').join(', ')})`,
    values: [position.indexSk, position.pk, position.sk],
  };
}
