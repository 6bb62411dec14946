import office from '#shared/config/office.json' with { type: 'json' };

/** What a Lambda reads from its own folder beside its code. */
export type BundleExtra = {
  /** path from the root of the repository */
  readonly from: string;
  /** path from the folder of the bundle */
  readonly to: string;
  readonly wantedBy: readonly string[];
  /** which of its files; all when not said */
  readonly only?: RegExp;
};

const applyProgramme = [
  'receive',
  'apply-rules',
  'tell-sender',
  'watch',
  'seal-audit',
  'sweep-plan',
  'sweep-segment',
  'console',
];

export const bundleExtras: readonly BundleExtra[] = [
  { from: office.programmeFolder, to: 'programme', wantedBy: applyProgramme, only: /\.md$/ },
  // the packet of papers that the office mails to itself
  { from: `${office.programmeFolder}/canary`, to: 'canary', wantedBy: ['canary'] },
  { from: 'shared/rules/common-topics', to: 'programme/common-topics', wantedBy: applyProgramme },
  { from: office.proposedRulesFolder, to: 'proposed', wantedBy: ['console'] },
  {
    from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm',
    to: 'pdfium.wasm',
    wantedBy: ['read-text', 'read-fields', 'console'],
  },
  // loaded only for letters of East Asia, see besideBundle; its code is loaded later too
  { from: 'node_modules/iconv-lite/encodings/tables', to: 'later/iconv-tables', wantedBy: ['open-mail'] },
  // loaded only for a HEIC photo, see besideBundle
  {
    from: 'node_modules/libheif-js/libheif-wasm/libheif.js',
    to: 'libheif.cjs',
    wantedBy: ['read-text', 'read-fields', 'console'],
  },
  {
    from: 'node_modules/libheif-js/libheif-wasm/libheif.wasm',
    to: 'libheif.wasm',
    wantedBy: ['read-text', 'read-fields', 'console'],
  },
  { from: 'functions/console/assets', to: 'assets', wantedBy: ['console'] },
  {
    from: 'node_modules/@uswds/uswds/dist',
    to: 'assets/uswds',
    wantedBy: ['console'],
    // the fonts and icons that its style asks for; what we use of the style lies in our own assets
    only: /\/(?:fonts\/.+\.woff2|img\/(?:[a-z0-9-]+\/)*[A-Za-z0-9_-]+\.(?:svg|png))$/,
  },
];
