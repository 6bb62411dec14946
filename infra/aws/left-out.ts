import type { Plugin } from 'esbuild';

/** Parts of libraries that no Lambda of ours reaches. Called all the same they throw, and the step is set aside. */
const neverReached: readonly { packages: RegExp; because: string; instead?: string }[] = [
  {
    packages: /^(?:html-to-text)$/,
    because: 'mailparser turns HTML into text with it, which safeOptions of shared/mail/parse-mail.ts switches off',
  },
  {
    packages: /^(?:node-html-better-parser|html-entities)$/,
    because: 'pdf-lib draws HTML and SVG and writes XFA and PDF/A with them; we only look at what a PDF holds',
  },
  {
    packages: /^culori$/,
    because: 'pdf-lib reads colours of SVG with it',
    instead: 'module.exports = { converter: () => gone };',
  },
  {
    packages: /^he$/,
    because:
      'mailparser writes addresses as HTML with it, which nobody reads; nothing is safer than something unescaped',
    instead: "module.exports = { encode: () => '' };",
  },
  {
    packages: /^(?:linkify-it|tlds)$/,
    because:
      'mailparser makes links of what looks like one with them, which safeOptions switches off; it sets them up all the same',
    instead:
      'const chain = { tlds: () => chain, add: () => chain, set: () => chain, match: gone };\nmodule.exports = () => chain;',
  },
  {
    packages: /^\.\/AppointmentRecurParser$/,
    because:
      'msgreader reads how often an appointment comes back with it, and does without where that fails; we want files',
  },
  {
    packages: /^@tokenizer\/inflate$/,
    because:
      'file-type looks into gzip and zip with it; zips are known to us before, and of a gzip nothing is read either way',
  },
  { packages: /^xmlbuilder$/, because: 'mammoth writes style maps into Word files with it; we only read' },
  {
    packages: /^\.{1,2}\/(?:core\/)?(?:json-schema-processors|from-json-schema)\.js$/,
    because: 'zod turns schemas into JSON Schema with them, and back; ours only parse',
  },
  {
    packages:
      /^(?:@aws-sdk\/(?:credential-provider-(?:sso|login|ini|process|web-identity)|token-providers)|@smithy\/credential-provider-imds)$/,
    because: 'a Lambda is handed its credentials in the environment, which is asked first',
  },
];

const throwsWhenCalled = `module.exports = new Proxy({}, {
  get: (_, name) => (typeof name === 'string' && name !== '__esModule' ? gone : undefined),
});`;

/** Measures of fonts that pdf-lib would need for a PDF it writes. */
const fontsToWrite = /^\.\/(?:Courier|Helvetica|Times|Symbol|ZapfDingbats)[A-Za-z-]*\.compressed\.json$/;

/** What pdf-lib draws, embeds and lays out with: SVG, PNG, a page's pictures and text. We read fields and objects. */
const partsThatDraw = /\/(?:svg|extraction\/extractPageContents|upng\/index|ContentStreamParser|graphicsSvg)\.js$/;

/** zod speaks 50 languages; our messages are for programmers. */
const locales = /^\.\.\/locales\/index\.js$/;

export const leaveOut: Plugin = {
  name: 'left-out',
  setup(build) {
    for (const { packages, instead = throwsWhenCalled } of neverReached) {
      build.onResolve({ filter: packages }, ({ path }) => ({ path, namespace: 'left-out', pluginData: instead }));
    }
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path, pluginData }) => ({
      contents: `const gone = () => { throw new Error('${path} was left out (infra/aws/left-out.ts)'); };\n${pluginData}`,
    }));
    build.onResolve({ filter: partsThatDraw }, ({ path, resolveDir }) =>
      /[\\/]@cantoo[\\/]pdf-lib[\\/]/.test(resolveDir)
        ? { path, namespace: 'left-out', pluginData: throwsWhenCalled }
        : null,
    );
    build.onResolve({ filter: fontsToWrite }, ({ path, resolveDir }) =>
      resolveDir.endsWith('standard-fonts') ? { path, namespace: 'no-font' } : null,
    );
    build.onLoad({ filter: /.*/, namespace: 'no-font' }, () => ({ contents: '""', loader: 'json' }));
    build.onResolve({ filter: locales }, ({ resolveDir, kind }) =>
      /[\\/]zod[\\/]/.test(resolveDir) ? build.resolve('zod/v4/locales/en.js', { resolveDir, kind }) : null,
    );
    // the browser's copy of node:stream, asked for by jszip
    build.onResolve({ filter: /^readable-stream$/ }, () => ({ path: 'node:stream', external: true }));
  },
};
