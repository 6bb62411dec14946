import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { aSheet, writeParagraph } from '#test/builders/a-pdf.ts';
import { aBlankPicture } from '#test/builders/a-picture.ts';
import { aCmsOf } from '#test/builders/a-signed-mail.ts';
import { aWordFile, paragraph, run, table } from '#test/builders/a-word-file.ts';
import { anOutlookMessage } from '#test/builders/an-outlook-message.ts';
import { allProgrammes } from '#test/builders/programmes.ts';
import { aFile, aMail, aPdf, aText } from '#test/shared/mail/a-mail.ts';
import { aWinmail } from '#test/shared/mail/a-winmail.ts';
import { aZip } from '#test/shared/mail/a-zip.ts';
import { oddMail } from '#test/shared/mail/recall/odd-mail.ts';
import type { Target } from './fuzz-message.ts';

/** Whole inputs of each kind, from which broken ones are made. */
export async function seedInputs(): Promise<Record<Target, Buffer[]>> {
  const mails = await Promise.all(Array.from({ length: 40 }, async (_, at) => (await oddMail(`seed ${at}`)).raw));
  const plain = aMail(
    [aText('hello'), aFile(aPdf, 'form.pdf')],
    ['Received: from a by b; Tue, 30 Dec 2025 23:59:59 -0600'],
  );
  const two = [
    { name: 'a.pdf', bytes: aPdf },
    { name: 'b.pdf', bytes: Buffer.concat([aPdf, Buffer.alloc(9000, 1)]) },
  ];
  const tnef = two.map(({ name, bytes }) => ({ title: name, longName: name, bytes }));
  const pdfs = [await aPdfWithAll(true), await aPdfWithAll(false), aPdf];
  return {
    mime: [...mails, plain],
    headers: [
      plain,
      mails[0] ?? plain,
      Buffer.from('Subject: =?utf-8?B?w4k=?=\r\nFrom: "a, b" <a@b.org>, (c) d@e.org\r\n\r\n'),
    ],
    tnef: [aWinmail(tnef), aWinmail([{ title: 'm', embedded: aWinmail(tnef) }])],
    zip: [aZip(two), aZip([{ name: 'in.zip', bytes: aZip(two) }])],
    msg: [anOutlookMessage(two), anOutlookMessage([{ name: 'inner', message: two }])],
    p7m: [aCmsOf(plain), aCmsOf(plain, 'open'), aCmsOf(aPdf, 'closed', 'enveloped')],
    'pdf-scan': pdfs,
    pdf: pdfs,
    docx: [Buffer.from(aWordFile(paragraph(run('My hours')) + table(['Date', 'Title'], ['1 May', 'Ethics'])))],
    picture: await pictures(),
    rules: (await allProgrammes()).map(({ pages }) => Buffer.from(JSON.stringify(pages))),
  };
}

async function aPdfWithAll(useObjectStreams: boolean): Promise<Buffer> {
  const sheet = await aSheet();
  writeParagraph(sheet);
  sheet.document.addJavaScript('main', 'app.alert(1)');
  const inside = await PDFDocument.create();
  inside.addPage();
  await sheet.document.attach(await inside.save(), 'inside.pdf');
  sheet.document.getForm().createTextField('name').addToPage(sheet.page);
  return Buffer.from(await sheet.document.save({ useObjectStreams }));
}

/** A byte in front says as which kind it is read. */
async function pictures(): Promise<Buffer[]> {
  const page = sharp(await aBlankPicture(60, 40)).greyscale();
  const made = [page.clone().png(), page.clone().jpeg(), page.clone().tiff(), page.clone().gif()];
  const bytes = await Promise.all(made.map((one) => one.toBuffer()));
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)]);
  return [...bytes, heic].map((one, kind) => Buffer.concat([Buffer.from([kind]), one]));
}

export const keptFolder = join('.tmp', 'fuzz');
