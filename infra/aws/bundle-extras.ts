/** What a Lambda reads from its own folder beside its code. */
export type BundleExtra = {
  /** path from the root of the repository */
  readonly from: string;
  /** path from the folder of the bundle */
  readonly to: string;
  readonly wantedBy: readonly string[];
};

export const bundleExtras: readonly BundleExtra[] = [
  {
    from: 'shared/rules/programmes/louisiana-rpss',
    to: 'programme',
    wantedBy: ['receive', 'apply-rules', 'tell-sender', 'console'],
  },
  {
    from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm',
    to: 'pdfium.wasm',
    wantedBy: ['read-text', 'console'],
  },
  { from: 'functions/console/assets', to: 'assets', wantedBy: ['console'] },
];
