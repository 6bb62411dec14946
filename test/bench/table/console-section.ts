import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { layDesk } from '#test/bench/desk-store.ts';
import { openDesk } from '#test/functions/console/desk.ts';
import { type Asked, type Row, rounded, row } from './row.ts';
import { sideBySide } from './side-by-side.ts';

const cases = 1_000;
const pages = [
  { id: 'queue', what: 'the queue, 300 cases wait', address: () => '/' },
  { id: 'case', what: 'a case of 12 pages', address: (reference: string) => `/cases/${reference}` },
];

/** Pages of the console for somebody signed in, from request to the last byte, beside the same bytes from a bare Hono. */
export async function consoleSection(asked: Asked): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-console-'));
  asked.tell(`console: laying ${cases} cases`);
  const { twelvePages } = await layDesk(folder, { cases, open: 300, trainings: 10 });
  const records = openSqliteRecordStore(join(folder, 'records.sqlite'), undefined, true);
  const { app } = openDesk(join(folder, 'files'), { records });
  const rows: Row[] = [];
  for (const { id, what, address } of pages) {
    asked.tell(`console: ${what}`);
    const path = address(twelvePages);
    const first = await app.request(path);
    const html = await first.text();
    if (first.status !== 200) throw new Error(`${path} answered ${first.status}`);
    const bare = new Hono().get('*', (context) => context.html(html));
    const asMany = 10;
    const { ratio, oursPerSecond, peersPerSecond } = await sideBySide(asked, asMany, {
      async ours() {
        for (let time = 0; time < asMany; time += 1) await (await app.request(path)).text();
      },
      async peers() {
        for (let time = 0; time < asMany; time += 1) await (await bare.request(path)).text();
      },
    });
    rows.push(
      row({
        ...{ id: `console.${id}`, what: `console: ${what}`, ratio },
        ours: { value: rounded(oursPerSecond, 0), unit: 'pages a second' },
        peer: { name: 'the same bytes from a bare Hono', value: rounded(peersPerSecond, 0), unit: 'a second' },
        more: { 'kB of HTML': rounded(html.length / 1000, 0) },
      }),
    );
  }
  records.close();
  await rm(folder, { recursive: true, force: true });
  return rows;
}
