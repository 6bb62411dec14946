import { setTimeout as pause } from 'node:timers/promises';
import { rawMail } from '#test/fixtures/make/mail.ts';
import { type BenchMail, mailsOf, registersFor } from './bench-mails.ts';
import { openOffice } from './bench-office.ts';
import { residentMegabytes } from './children.ts';
import { type Asked, type Row, rounded, row } from './row.ts';

const waiting = 100;
/** What `readersAtOnce` sets aside for each page that is read at a time. */
const megabytesPerReader = 1_500;

/** Memory of the host and its children while a hundred scans wait, by how many pages are read at once. */
export async function memorySection(asked: Asked): Promise<Row[]> {
  const mails = await scans();
  const [one, two] = [await peakWith(asked, mails, 1), await peakWith(asked, mails, 2)];
  return [rowOf(one, 1), rowOf(two, 2)];
}

function rowOf({ peak, before, watched }: Awaited<ReturnType<typeof peakWith>>, readers: number): Row {
  const most = readers * megabytesPerReader;
  return row({
    ...{
      id: `memory.readers-${readers}`,
      what: `memory, host and children: ${waiting} scans wait, \`--readers ${readers}\``,
    },
    ...{ ours: { value: rounded(peak, 0), unit: 'MB at most' }, more: { 'MB before': rounded(before, 0), ...watched } },
    ...{ promised: `within ${most} MB`, holds: peak <= most },
  });
}

/** The same few pages, each in a file that is not like the others to the byte: drawing a hundred takes minutes. */
async function scans(): Promise<BenchMail[]> {
  const made = await mailsOf('scan', 4);
  return Promise.all(
    Array.from({ length: waiting }, async (_, at): Promise<BenchMail> => {
      const { from, pictures } = made[at % made.length] ?? { from: '', pictures: [] };
      const files = pictures.slice(0, 1).map(({ bytes, mediaType }) => {
        return {
          filename: 'scan.pdf',
          content: Buffer.concat([bytes, Buffer.from(`\n% copy ${at}\n`)]),
          contentType: mediaType,
        };
      });
      const raw = await rawMail({
        ...{ name: `bench memory ${at}`, from: { name: 'Somebody', address: from } },
        ...{ receivedAt: '2026-11-20T10:00:00-06:00', subject: 'CE report', text: 'A certificate.\n', files },
      });
      return { from, raw, pictures };
    }),
  );
}

async function peakWith({ tell, isShort }: Asked, mails: readonly BenchMail[], readers: number) {
  tell(`memory: ${mails.length} scans, ${readers} read at once`);
  const office = await openOffice({ registers: registersFor(1), readers });
  const before = residentMegabytes(process.pid);
  const isOver = AbortSignal.timeout(isShort ? 20_000 : 30_000);
  let [peak, decided] = [before, 0];
  for (const mail of mails)
    void office.send(mail).then(
      () => (decided += 1),
      () => undefined,
    );
  while (!isOver.aborted && decided < mails.length) {
    await pause(100);
    peak = Math.max(peak, residentMegabytes(process.pid));
  }
  await office.close();
  return { peak, before, watched: { 'decided while watched': decided } };
}
