import { readFileSync } from 'node:fs';

/** The type faces of the corpus, all from packages: no page may fall back on what a machine happens to have. */
const modules = new URL('../../../../node_modules/', import.meta.url);
const fontsource = (name: string, weight = 400) => `@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`;
const uswds = (path: string) => `@uswds/uswds/dist/fonts/${path}.woff2`;

type Face = { readonly regular: string; readonly bold?: string; readonly italic?: string };

const faces = {
  public: {
    regular: uswds('public-sans/PublicSans-Regular'),
    bold: uswds('public-sans/PublicSans-Bold'),
    italic: uswds('public-sans/PublicSans-Italic'),
  },
  source: {
    regular: uswds('source-sans-pro/sourcesanspro-regular-webfont'),
    bold: uswds('source-sans-pro/sourcesanspro-bold-webfont'),
    italic: uswds('source-sans-pro/sourcesanspro-italic-webfont'),
  },
  merriweather: {
    regular: uswds('merriweather/Latin-Merriweather-Regular'),
    bold: uswds('merriweather/Latin-Merriweather-Bold'),
    italic: uswds('merriweather/Latin-Merriweather-Italic'),
  },
  mono: {
    regular: uswds('roboto-mono/roboto-mono-v5-latin-regular'),
    bold: uswds('roboto-mono/roboto-mono-v5-latin-700'),
  },
  lora: { regular: fontsource('lora'), bold: fontsource('lora', 700) },
  oswald: { regular: fontsource('oswald'), bold: fontsource('oswald', 700) },
  cinzel: { regular: fontsource('cinzel'), bold: fontsource('cinzel', 700) },
  condensed: { regular: fontsource('roboto-condensed'), bold: fontsource('roboto-condensed', 700) },
  blackletter: { regular: fontsource('unifrakturcook', 700) },
  vibes: { regular: fontsource('great-vibes') },
  pinyon: { regular: fontsource('pinyon-script') },
  caveat: { regular: fontsource('caveat') },
  kalam: { regular: fontsource('kalam') },
  patrick: { regular: fontsource('patrick-hand') },
  homemade: { regular: fontsource('homemade-apple') },
  reenie: { regular: fontsource('reenie-beanie') },
  gochi: { regular: fontsource('gochi-hand') },
  shadows: { regular: fontsource('shadows-into-light') },
  indie: { regular: fontsource('indie-flower') },
  nothing: { regular: fontsource('nothing-you-could-do') },
} as const satisfies Record<string, Face>;

export type FaceName = keyof typeof faces;

/** Printed faces for text of several lines. */
export const textFaces = ['public', 'source', 'merriweather', 'lora', 'condensed', 'mono'] as const;

/** Hands, with what they have to be enlarged by to be written as large as others. */
export const hands = [
  { face: 'caveat', grow: 1.3 },
  { face: 'kalam', grow: 1 },
  { face: 'patrick', grow: 1.1 },
  { face: 'homemade', grow: 0.9 },
  { face: 'reenie', grow: 1.45 },
  { face: 'gochi', grow: 1.1 },
  { face: 'shadows', grow: 1.12 },
  { face: 'indie', grow: 1.02 },
  { face: 'nothing', grow: 1.05 },
] as const satisfies readonly { face: FaceName; grow: number }[];

const kept = new Map<string, string>();

function rule(name: string, path: string, weight: string, style: string): string {
  const data = kept.get(path) ?? readFileSync(new URL(path, modules)).toString('base64');
  kept.set(path, data);
  return `@font-face{font-family:'${name}';font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`;
}

/** The style rules of every face that a page names. */
export function facesOf(page: string): string {
  const rules = Object.entries<Face>(faces).flatMap(([name, face]) => {
    if (!page.includes(`'${name}'`)) return [];
    return [
      rule(name, face.regular, '400', 'normal'),
      ...(face.bold ? [rule(name, face.bold, '700', 'normal')] : []),
      ...(face.italic ? [rule(name, face.italic, '400', 'italic')] : []),
    ];
  });
  return rules.join('\n');
}
