import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareFile } from '#test/corpus/compare-file.ts';
import { corpusOf, type Made } from '#test/corpus/corpus-folder.ts';
import { planCorpus } from '#test/corpus/make/plan.ts';
import { openCorpusReader } from '#test/corpus/read-corpus.ts';
import { isSame } from '#test/corpus/same-value.ts';
import { processorMilliseconds } from './children.ts';
import { searched, searchPlainly } from './plain-search.ts';
import { type Asked, type Row, rounded, row } from './row.ts';
import { ratioOf } from './side-by-side.ts';

const folder = join(import.meta.dirname, '../../../dist/corpus');
const captures = ['scan-200', 'scan-300', 'photo'];
const filesMax = 10;
/** As the product says it: below this a person is asked. */
const sureFrom = 0.9;
const peerName = 'ocrmypdf and a search of its text, as paperless-ngx does';

/** `said`: given a value at all, without a doubt; `wrong` of those. */
type Tally = { right: number; said: number; wrong: number; processorMs: number };

/**
 * Certificates of held layouts, scanned and photographed, one page each: how quickly and how well four fields are read, beside what an
 * office would put up in an afternoon. Both begin at the file and end at its fields.
 */
export async function archiveSection({ isShort, tell }: Asked): Promise<Row[]> {
  const planned = planCorpus(1).filter(
    ({ layout, capture }) => layout.split === 'held' && layout.kind === 'certificate' && captures.includes(capture),
  );
  const step = Math.max(1, Math.floor(planned.length / (isShort ? filesMax / 2 : filesMax)));
  const corpus = await corpusOf(planned.filter((_, at) => at % step === 0).slice(0, filesMax), { folder });
  const ours = await readOurs(corpus, tell);
  const peer = isInstalled() ? await readTheirs(corpus, tell) : null;
  return rowsOf(ours, peer, corpus.length);
}

function rowsOf(ours: Tally, peer: Tally | null, pages: number): Row[] {
  const all = pages * searched.length;
  const share = (count: number) => rounded((count / all) * 100, 1);
  const speed = ({ processorMs }: Tally) => rounded((pages / processorMs) * 1000, 2);
  const beside = (value: (of: Tally) => number, unit: string) => ({
    peer: {
      name: peer === null ? `${peerName}: not installed` : peerName,
      value: peer === null ? null : value(peer),
      unit,
    },
  });
  const ratio = peer === null ? null : ratioOf([ours.processorMs / peer.processorMs]);
  const each = [`% of ${all} fields`, `of ${all} fields`] as const;
  return [
    row({
      ...{ id: 'archive.speed', what: `scanned and photographed certificates: file to fields, ${pages} pages` },
      ours: { value: speed(ours), unit: 'pages a second of processor' },
      ...beside(speed, 'pages a second of processor'),
      ratio,
    }),
    row({
      ...{ id: 'archive.right', what: 'the same: name, title, day and hours read right' },
      ours: { value: share(ours.right), unit: each[0] },
      ...beside(({ right }) => share(right), each[0]),
    }),
    row({
      ...{ id: 'archive.wrong', what: 'the same: said for sure, and wrong' },
      ours: { value: ours.wrong, unit: each[1] },
      ...beside(({ wrong }) => wrong, each[1]),
      more: { 'said for sure': ours.said, ...(peer && { 'said by the search': peer.said }) },
    }),
  ];
}

/** What was made of one field: it is right, and it is said without a doubt. */
type Found = { isRight: boolean; isSaid: boolean };
type Read = (made: Made, at: number) => Promise<Found[]>;

async function tallyOf(corpus: readonly Made[], tell: (at: number) => void, read: Read): Promise<Tally> {
  const before = processorMilliseconds(process.pid);
  const found: Found[] = [];
  for (const [at, made] of corpus.entries()) {
    if (at % 4 === 0) tell(at);
    found.push(...(await read(made, at)));
  }
  const count = (is: (one: Found) => boolean) => found.filter(is).length;
  return {
    right: count(({ isRight }) => isRight),
    said: count(({ isSaid }) => isSaid),
    wrong: count(({ isSaid, isRight }) => isSaid && !isRight),
    processorMs: processorMilliseconds(process.pid) - before,
  };
}

async function readOurs(corpus: readonly Made[], tell: Asked['tell']): Promise<Tally> {
  const reader = await openCorpusReader();
  // the children are warm in an office, where they run all day
  for (const made of corpus.slice(0, 1)) await reader.read(made);
  const tally = await tallyOf(
    corpus,
    (at) => tell(`archive: ours, ${at} of ${corpus.length}`),
    async (made) => {
      const { documents } = await reader.read(made);
      return compareFile(made, documents, () => null)
        .values.filter(({ field }) => searched.some((one) => one === field))
        .map(({ right, confidence, value }) => ({
          isRight: right,
          isSaid: (confidence ?? 0) >= sureFrom && value !== null && value !== undefined,
        }));
    },
  );
  await reader.close();
  return tally;
}

const isInstalled = () => spawnSync('ocrmypdf', ['--version']).status === 0;

/** With what paperless-ngx asks of it: pages turned and straightened, the text beside, one thread a page. */
const flags = [
  '--skip-text',
  '--deskew',
  '--rotate-pages',
  '--output-type',
  'pdf',
  '--jobs',
  '1',
  '--quiet',
  '-l',
  'eng',
];
const env = { ...process.env, OMP_THREAD_LIMIT: '1' };

async function readTheirs(corpus: readonly Made[], tell: Asked['tell']): Promise<Tally> {
  const own = await mkdtemp(join(tmpdir(), 'bench-archive-'));
  const tally = await tallyOf(
    corpus,
    (at) => tell(`archive: ocrmypdf, ${at} of ${corpus.length}`),
    async (made, at) => {
      const text = join(own, `${at}.txt`);
      const asPicture = made.path.endsWith('.pdf') ? [] : ['--image-dpi', '200'];
      const asked = [...flags, ...asPicture, '--sidecar', text, made.path, join(own, `${at}.pdf`)];
      const ran = spawnSync('ocrmypdf', asked, { env });
      const found = searchPlainly(ran.status === 0 ? await readFile(text, 'utf8') : '');
      const truth = made.documents[0]?.fields ?? {};
      return searched.map((field) => ({
        isRight: isSame(field, truth[field] ?? null, found[field]),
        isSaid: found[field] !== null,
      }));
    },
  );
  await rm(own, { recursive: true, force: true });
  return tally;
}
