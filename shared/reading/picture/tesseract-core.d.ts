declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  type TessBaseAPI = {
    Init(dataPath: null, language: string, engineMode: number): number;
    Version(): string;
    SetVariable(name: string, value: string): boolean;
    /** reads `/input`; 1 when it is no picture */
    SetImageFile(exifTurn: number, radians: number): number;
    Recognize(monitor: null): number;
    GetJSONText(): string;
    SetRectangle(left: number, top: number, width: number, height: number): void;
  };
  type TesseractCore = {
    FS: { writeFile(path: string, bytes: Uint8Array): void };
    TessBaseAPI: new () => TessBaseAPI;
  };
  const start: (options: Record<'print' | 'printErr' | 'TesseractProgress', () => void>) => Promise<TesseractCore>;
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default start;
}
