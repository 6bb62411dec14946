import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { baseCss } from './drawing/base-css.ts';
import { facesOf } from './drawing/faces.ts';
import type { Sheet } from './paper.ts';

/** Pages as a browser sets them: as a PDF with text, or as pictures. */
const cssPerInch = 96;

export type Slot = {
  page: number;
  kind: 'text' | 'tick';
  name: string;
  text: string;
  isOn: boolean;
  /** inches from the top left of its page */
  box: [left: number, top: number, width: number, height: number];
};

const slotsSchema = z.array(
  z.object({
    ...{ page: z.number(), kind: z.enum(['text', 'tick']), name: z.string(), text: z.string(), isOn: z.boolean() },
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
);

export function markupOf(sheets: readonly Sheet[]): string {
  const pages = sheets.map(
    ({ body, isLandscape }) => `<section class="page ${isLandscape ? 'wide' : ''}">${body}</section>`,
  );
  const css = [...new Set(sheets.map((sheet) => sheet.css))];
  // the style of several certificates in one file must not mix: each page keeps its own
  const scoped =
    css.length === 1
      ? css.join('')
      : sheets.map((sheet, at) => `@scope (.page:nth-of-type(${at + 1})){${sheet.css}}`).join('\n');
  const inner = `${baseCss}@page{size:8.5in 11in;margin:0}@page wide{size:11in 8.5in;margin:0}.page.wide{page:wide}${scoped}`;
  const body = pages.join('');
  return `<!doctype html><meta charset="utf-8"><style>${facesOf(inner + body)}${inner}</style><body>${body}</body>`;
}

/** Sets a full page smaller, as people do; text that still runs over its edge is a fault of the generator. */
async function makeFit(page: Page, name: string): Promise<void> {
  for (const zoom of [1, 0.92, 0.85, 0.78]) {
    await page.evaluate(`for (const one of document.querySelectorAll('main')) one.style.zoom = ${zoom}`);
    const isOver = await page.evaluate(
      '[...document.querySelectorAll(".page")].some((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)',
    );
    if (isOver === false) return;
  }
  throw new Error(`${name}: the text does not fit on its page`);
}

async function open(browser: Browser, name: string, sheets: readonly Sheet[], dotsPerInch: number): Promise<Page> {
  const viewport = { width: 11 * cssPerInch, height: 11 * cssPerInch };
  const page = await browser.newPage({ viewport, deviceScaleFactor: dotsPerInch / cssPerInch });
  // a busy machine is slow, not broken
  page.setDefaultTimeout(300_000);
  await page.setContent(markupOf(sheets));
  await page.evaluate('document.fonts.ready');
  await makeFit(page, name);
  return page;
}

/** One PNG for each page. */
export async function pagePictures(browser: Browser, name: string, sheets: readonly Sheet[], dotsPerInch: number) {
  const page = await open(browser, name, sheets, dotsPerInch);
  try {
    const pictures: Buffer[] = [];
    for (const section of await page.locator('body > .page').all()) pictures.push(await section.screenshot());
    return pictures;
  } finally {
    await page.close();
  }
}

/** The pages as a PDF with a text layer, and the places left open for form fields. */
export async function pagesAsPdf(browser: Browser, name: string, sheets: readonly Sheet[]) {
  const page = await open(browser, name, sheets, cssPerInch);
  try {
    const slots: Slot[] = slotsSchema.parse(await page.evaluate(slotScript));
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    return { bytes: withoutTime(pdf), slots };
  } finally {
    await page.close();
  }
}

const slotScript = `[...document.querySelectorAll('body > .page')].flatMap((sheet, page) => {
  const from = sheet.getBoundingClientRect();
  return [...sheet.querySelectorAll('.slot, .tick-slot')].map((one) => {
    const at = one.getBoundingClientRect();
    return {
      page, kind: one.className === 'slot' ? 'text' : 'tick', name: one.dataset.name, text: one.dataset.text ?? '',
      isOn: one.dataset.on === 'true',
      box: [(at.left - from.left) / ${cssPerInch}, (at.top - from.top) / ${cssPerInch}, at.width / ${cssPerInch}, at.height / ${cssPerInch}],
    };
  });
})`;

/** The same page is the same file: the browser writes the time of day into it. */
function withoutTime(pdf: Buffer): Uint8Array {
  const text = pdf.toString('latin1').replace(/D:\d{14}/g, 'D:20261102150000');
  return Buffer.from(text, 'latin1');
}
