import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { GiveUp } from '#shared/domain/faults.ts';

/** PDFium compiled to WebAssembly: C functions by name, and a small piece of its memory to pass answers through. */
export type Pdfium = { call: WrappedPdfiumModule; scratch: number };

export const pdfEngineName = 'pdfium-2.15.1';

let started: Promise<Pdfium> | null = null;

/**
 * The one PDFium of this process. Node finds `pdfium.wasm` in the package by itself; a bundle that has no node_modules
 * hands in the bytes of the file, once, before the first document is opened.
 */
export function startPdfium(wasm?: Uint8Array): Promise<Pdfium> {
  started ??= initialise(wasm);
  return started;
}

async function initialise(wasm: Uint8Array | undefined): Promise<Pdfium> {
  const { init } = await import('@embedpdf/pdfium');
  const call = await init(wasm === undefined ? {} : { wasmBinary: Uint8Array.from(wasm).buffer });
  call.PDFiumExt_Init();
  askDirectly(call);
  return { call, scratch: call.pdfium.wasmExports.malloc(256) };
}

/** What is asked for each letter of a page, and what the answer is. */
const perLetter = {
  FPDFText_GetUnicode: 'number',
  FPDFText_HasUnicodeMapError: 'number',
  FPDFText_IsHyphen: 'number',
  FPDFText_IsGenerated: 'number',
  FPDFText_GetFontSize: 'number',
  FPDFText_GetTextObject: 'number',
  FPDFText_GetCharBox: 'boolean',
  FPDFText_GetCharOrigin: 'boolean',
  FPDFText_GetMatrix: 'boolean',
  FPDFText_GetLooseCharBox: 'boolean',
  FPDFText_GetFillColor: 'boolean',
} as const satisfies { [Name in keyof WrappedPdfiumModule]?: 'number' | 'boolean' };

/**
 * The package's glue looks a function up by its name and writes three complaints beforehand, at each call. Where it takes and gives
 * nothing but numbers, PDFium is asked itself.
 */
function askDirectly(call: WrappedPdfiumModule): void {
  for (const [name, gives] of Object.entries(perLetter)) {
    const direct: unknown = Reflect.get(call.pdfium.wasmExports, name);
    if (!isOfNumbers(direct)) throw new GiveUp(`PDFium has no function ${name}`);
    Reflect.set(call, name, gives === 'number' ? direct : (...numbers: number[]) => Boolean(direct(...numbers)));
  }
}

const isOfNumbers = (value: unknown): value is (...numbers: number[]) => number => typeof value === 'function';

/** Memory is looked up at every call: it moves when PDFium needs more of it. The package's types do not name it. */
function heapOf(pdfium: Pdfium): Uint8Array {
  const module: object = pdfium.call.pdfium;
  if ('HEAPU8' in module && module.HEAPU8 instanceof Uint8Array) return module.HEAPU8;
  throw new GiveUp('PDFium has no memory to read from');
}

let view: DataView | null = null;

function memoryOf(pdfium: Pdfium): DataView {
  const { buffer } = heapOf(pdfium);
  if (view === null || view.buffer !== buffer) view = new DataView(buffer);
  return view;
}

export function floatAt(pdfium: Pdfium, address: number): number {
  return memoryOf(pdfium).getFloat32(address, true);
}

export function doubleAt(pdfium: Pdfium, address: number): number {
  return memoryOf(pdfium).getFloat64(address, true);
}

export function integerAt(pdfium: Pdfium, address: number): number {
  return memoryOf(pdfium).getInt32(address, true);
}

export function unsignedAt(pdfium: Pdfium, address: number): number {
  return memoryOf(pdfium).getUint32(address, true);
}

/** A view of PDFium's own memory: copy what must outlive the next call. */
export function bytesAt(pdfium: Pdfium, address: number, length: number): Uint8Array {
  const heap = heapOf(pdfium);
  return heap.subarray(address, address + length);
}

/** Copies bytes into PDFium's memory; the caller frees them. */
export function handOver(pdfium: Pdfium, bytes: Uint8Array): number {
  const address = pdfium.call.pdfium.wasmExports.malloc(bytes.length);
  const heap = heapOf(pdfium);
  heap.set(bytes, address);
  return address;
}
