import type { Plugin } from 'esbuild';

/**
 * What most events do not need, or not before they are at work: our code asks for it by `await import()`. On one machine Node
 * finds it; for a Lambda it becomes a file of its own beside the bundle, read when it is first asked for. By name of that file.
 */
const later: Readonly<Record<string, { asked: RegExp; in: string }>> = {
  'file-type': { asked: /^file-type$/, in: 'file-type' },
  mailparser: { asked: /^mailparser$/, in: 'mailparser' },
  mammoth: { asked: /^mammoth$/, in: 'mammoth' },
  msgreader: { asked: /^@kenjiuno\/msgreader$/, in: '@kenjiuno/msgreader' },
  pdfium: { asked: /^@embedpdf\/pdfium$/, in: '@embedpdf/pdfium' },
  'inside-pdf': { asked: /^\.\/inside-pdf\.ts$/, in: './shared/reading/inside-pdf.ts' },
};

export const laterFolder = 'later';
export const laterEntries = Object.entries(later).map(([name, { in: from }]) => ({
  in: from,
  out: `${laterFolder}/${name}`,
}));

export const loadedLater: Plugin = {
  name: 'loaded-later',
  setup(build) {
    for (const [name, { asked }] of Object.entries(later))
      build.onResolve({ filter: asked }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./${laterFolder}/${name}.mjs`, external: true } : null,
      );
  },
};
