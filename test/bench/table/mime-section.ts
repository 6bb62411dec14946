import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { makeContainedMailOpener } from '#shared/adapters/local/contained-mail-opener.ts';
import { openMail } from '#shared/mail/open-mail.ts';
import { sampleMails } from '#test/bench/desk-mails.ts';
import { rawMail } from '#test/fixtures/make/mail.ts';
import { mailsOf } from './bench-mails.ts';
import { type Asked, type Row, rounded, row } from './row.ts';
import { type SideBySide, sideBySide } from './side-by-side.ts';

/** Mails opened with all our guards (scan, two parsers compared, files unpacked) beside the parsers by themselves. */
export async function mimeSection(asked: Asked): Promise<Row[]> {
  const samples = await sampleMails();
  const large = await cleanMailOfOneMegabyte();
  const postalMime = async (mail: Uint8Array) => new PostalMime().parse(mail);
  const mailparser = async (mail: Uint8Array) => simpleParser(Buffer.from(mail));
  const each = (mails: readonly Uint8Array[], parse: (mail: Uint8Array) => Promise<unknown>) => async () => {
    for (const mail of mails) await parse(mail);
  };
  const beside = async (mails: readonly Uint8Array[], parse: (mail: Uint8Array) => Promise<unknown>) =>
    sideBySide(asked, mails.length, { ours: each(mails, openMail), peers: each(mails, parse) });
  asked.tell('mime: a clean mail of 1 MB');
  const largeOne = await beside([large], postalMime);
  const throughChild = await inAChild(large);
  asked.tell('mime: the sample mails');
  const found = await filesFound(samples);
  return [
    row({
      ...timesOf('mime.clean-megabyte', 'MIME: a clean mail of 1 MB opened', 'postal-mime', largeOne),
      ...{ promised: 'within 5 x', holds: largeOne.ratio.middle <= 5 },
      more: { 'ms on the wall through a warm child': rounded(throughChild, 1) },
    }),
    row(
      timesOf('mime.samples-postal', 'MIME: our sample mails opened', 'postal-mime', await beside(samples, postalMime)),
    ),
    row(
      timesOf(
        'mime.samples-mailparser',
        'MIME: our sample mails opened',
        'mailparser',
        await beside(samples, mailparser),
      ),
    ),
    row({
      ...{ id: 'mime.files', what: `MIME: files found in ${samples.length} sample mails` },
      ours: { value: found.ours, unit: 'files' },
      peer: { name: 'mailparser', value: found.mailparser, unit: 'attachments' },
      more: { 'postal-mime': found.postalMime },
    }),
  ];
}

function timesOf(id: string, what: string, name: string, { ratio, oursPerSecond, peersPerSecond }: SideBySide) {
  const unit = 'ms of processor a mail';
  const ours = { value: rounded(1000 / oursPerSecond), unit };
  return { id, what, ratio, ours, peer: { name, value: rounded(1000 / peersPerSecond), unit } };
}

/** One page scanned in colour, as a copier sends it: nothing in it is to be put right. */
async function cleanMailOfOneMegabyte(): Promise<Buffer> {
  const [{ pictures = [] } = {}] = await mailsOf('photo', 1);
  const [picture] = pictures;
  if (picture === undefined) throw new Error('the mail has no picture');
  const copies = Math.ceil(730_000 / picture.bytes.length);
  return rawMail({
    ...{ name: 'clean megabyte', from: { name: 'Adele', address: 'adele@example.com' } },
    ...{ receivedAt: '2026-11-20T10:00:00-06:00', subject: 'CE report', text: 'My certificates.\n' },
    files: Array.from({ length: copies }, (_, at) => {
      return { filename: `page ${at + 1}.jpg`, content: picture.bytes, contentType: picture.mediaType };
    }),
  });
}

async function inAChild(mail: Uint8Array): Promise<number> {
  const opener = makeContainedMailOpener();
  for (let times = 0; times < 5; times += 1) await opener.open(mail);
  const started = performance.now();
  for (let times = 0; times < 5; times += 1) await opener.open(mail);
  const milliseconds = (performance.now() - started) / 5;
  await opener.close();
  return milliseconds;
}

async function filesFound(mails: readonly Uint8Array[]) {
  const sum = { ours: 0, mailparser: 0, postalMime: 0 };
  for (const mail of mails) {
    const opened = await openMail(mail);
    sum.ours += opened.outcome === 'opened' ? opened.files.length : 0;
    sum.mailparser += (await simpleParser(Buffer.from(mail))).attachments.length;
    sum.postalMime += (await new PostalMime().parse(mail)).attachments.length;
  }
  return sum;
}
