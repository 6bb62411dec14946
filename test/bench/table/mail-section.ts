import { availableParallelism } from 'node:os';
import { type BenchMail, type Medium, mailsOf, registersFor } from './bench-mails.ts';
import { type Office, openOffice } from './bench-office.ts';
import { processorMilliseconds } from './children.ts';
import { engineAlone } from './engine-alone.ts';
import { type Asked, quantile, type Row, rounded, row } from './row.ts';
import { ratioOf } from './side-by-side.ts';
import { splitByStep } from './split-by-step.ts';

/** So many one after the other, then so many at once, in rounds. The first ones start the children and are not counted. */
const plans: Record<Medium, { warmUp: number; alone: number; atOnce: number; rounds: number }> = {
  digital: { warmUp: 6, alone: 60, atOnce: 60, rounds: 1 },
  scan: { warmUp: 2, alone: 6, atOnce: 8, rounds: 3 },
  photo: { warmUp: 2, alone: 6, atOnce: 8, rounds: 3 },
};
const names: Record<Medium, string> = { digital: 'digital', scan: 'scanned', photo: 'photographed' };

/** From the first byte over SMTP until it is read, judged, answered and filed; each mail is a report and one certificate. */
export async function mailSection(asked: Asked): Promise<Row[]> {
  return [...(await digitalRows(asked)), ...(await pictureRows(asked, 'scan')), ...(await pictureRows(asked, 'photo'))];
}

async function digitalRows(asked: Asked): Promise<Row[]> {
  const run = await runMails(asked, 'digital');
  const [median, p95] = [quantile(run.alone, 0.5), quantile(run.alone, 0.95)];
  return [
    row({
      ...{ id: 'mail.digital-median', what: 'mail to decision, digital: median', promised: 'within 250 ms' },
      ...{ ours: { value: rounded(median, 0), unit: 'ms' }, holds: median <= 250, more: run.split },
    }),
    row({
      ...{ id: 'mail.digital-p95', what: 'mail to decision, digital: 95 of 100 within', promised: 'within 800 ms' },
      ...{ ours: { value: rounded(p95, 0), unit: 'ms' }, holds: p95 <= 800 },
      more: { 'ms of the very first after a start': rounded(run.first, 0), mails: run.alone.length },
    }),
    rateOf('digital', run),
  ];
}

async function pictureRows(asked: Asked, medium: 'scan' | 'photo'): Promise<Row[]> {
  const run = await runMails(asked, medium);
  const pages = run.rounds.reduce((sum, { pictures }) => sum + pictures.length, 0);
  const ratios = [];
  let engine = 0;
  for (const { processorMs, pictures } of run.rounds) {
    asked.tell(`mail: the engine alone on the pages of ${medium}`);
    const alone = await engineAlone(pictures);
    engine += alone;
    ratios.push(processorMs / alone);
  }
  const ratio = ratioOf(ratios);
  const unit = 's of processor a page';
  return [
    row({
      ...{ id: `mail.${medium}-median`, what: `mail to decision, ${names[medium]}, two pages: median` },
      ours: { value: rounded(quantile(run.alone, 0.5), 0), unit: 'ms' },
      more: { 'ms for 95 of 100': rounded(quantile(run.alone, 0.95), 0), ...run.split },
    }),
    rateOf(medium, run),
    row({
      ...{ id: `mail.${medium}-engine`, what: `mail to decision, ${names[medium]}: one engine, all in all` },
      ours: { value: rounded(run.processorMs / pages / 1000), unit },
      peer: { name: 'the engine alone on the same pages', value: rounded(engine / pages / 1000), unit },
      ...{ ratio, promised: 'within 1.35 x', holds: ratio.middle <= 1.35 },
    }),
    row({
      ...{ id: `mail.${medium}-busy`, what: `both cores at work while ${names[medium]} mails wait` },
      ours: { value: rounded(run.busy * 100, 0), unit: '% of all cores' },
      ...{ promised: '85 % or more', holds: run.busy >= 0.85 },
    }),
  ];
}

const rateOf = (medium: Medium, { perMinute }: Run): Row =>
  row({
    ...{ id: `mail.${medium}-rate`, what: `mails decided, ${names[medium]}, all sent at once` },
    ours: { value: rounded(perMinute, perMinute < 100 ? 1 : 0), unit: `a minute on ${availableParallelism()} cores` },
  });

type Run = Awaited<ReturnType<typeof runMails>>;

async function runMails({ tell, isShort }: Asked, medium: Medium) {
  const { warmUp, alone, atOnce, rounds } = plans[medium];
  const share = isShort ? 0.5 : 1;
  const inRounds = Array<number>(isShort ? 1 : rounds).fill(Math.ceil(atOnce * share));
  const counts = [warmUp, Math.ceil(alone * share), ...inRounds];
  const all = await mailsOf(
    medium,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const [first = [], next = [], ...last] = counts.map((count) => all.splice(0, count));
  const steps = splitByStep();
  // the promise is about one engine; what the second one costs is another row
  const options = { registers: registersFor(200), secondReader: medium === 'digital' ? 'embedded' : 'none' } as const;
  const office = await openOffice({ ...options, onStep: steps.note });
  tell(`mail: ${medium}, one after the other`);
  const [opening = Number.NaN] = await oneByOne(office, first);
  steps.forget();
  const times = await oneByOne(office, next);
  const split = steps.perMail(next.length, times);
  tell(`mail: ${medium}, all at once`);
  const done: Round[] = [];
  for (const mails of last) done.push(await allAtOnce(office, mails));
  await office.close();
  const processorMs = done.reduce((sum, round) => sum + round.processorMs, 0);
  const wallMs = done.reduce((sum, round) => sum + round.wallMs, 0);
  const perMinute = (last.flat().length / wallMs) * 60_000;
  const busy = processorMs / (wallMs * availableParallelism());
  return { first: opening, alone: times, split, processorMs, perMinute, busy, rounds: done };
}

type Round = { processorMs: number; wallMs: number; pictures: BenchMail['pictures'] };

async function allAtOnce(office: Office, mails: readonly BenchMail[]): Promise<Round> {
  const [cpu, wall] = [processorMilliseconds(process.pid), performance.now()];
  await Promise.all(mails.map((mail) => office.send(mail)));
  const [processorMs, wallMs] = [processorMilliseconds(process.pid) - cpu, performance.now() - wall];
  return { processorMs, wallMs, pictures: mails.flatMap(({ pictures }) => pictures) };
}

async function oneByOne(office: Office, mails: readonly BenchMail[]): Promise<number[]> {
  const times = [];
  for (const mail of mails) times.push(await office.send(mail));
  return times;
}
