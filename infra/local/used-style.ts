/**
 * The part of a style sheet that our pages can use. U.S. Web Design System is half a megabyte, of which a page of ours uses a
 * twentieth; the browser reads and weighs all of it before a page can be worked with.
 */
export type Used = {
  /** the name of a class, without its dot */
  isClass(name: string): boolean;
  /** the name of a family, without quotes */
  isFont(family: string): boolean;
};

/** One rule a line. `css` has no comments inside of rules, as minified sheets have none. */
export function usedStyle(css: string, used: Used): string {
  const lines = rulesIn(css.replace(/\/\*[\s\S]*?\*\//g, '')).flatMap((rule) => keptRule(rule, used));
  return lines.map((line) => `${line}\n`).join('');
}

type Rule = { head: string; body: string | null };

/** Rules of the outermost level, in their order; `body` null for a statement such as `@charset`. */
function rulesIn(css: string): Rule[] {
  const rules: Rule[] = [];
  for (let from = 0; from < css.length; ) {
    const [mark, at] = nextOf(css, from, '{;');
    const head = css.slice(from, at).trim();
    const end = mark === '{' ? closing(css, at) : at;
    if (head !== '') rules.push({ head, body: mark === '{' ? css.slice(at + 1, end) : null });
    from = end + 1;
  }
  return rules;
}

/** The next of some characters that stands neither in quotes nor in brackets. */
function nextOf(css: string, from: number, marks: string): [mark: string, at: number] {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    const letter = css.charAt(at);
    if (letter === '"' || letter === "'") at = afterQuotes(css, at);
    else if (depth === 0 && marks.includes(letter)) return [letter, at];
    else if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth -= 1;
  }
  return ['', css.length];
}

function afterQuotes(css: string, from: number): number {
  const quote = css.charAt(from);
  for (let at = from + 1; at < css.length; at += 1) {
    if (css.charAt(at) === '\\') at += 1;
    else if (css.charAt(at) === quote) return at;
  }
  return css.length;
}

/** The bracket that closes the one at `open`. */
function closing(css: string, open: number): number {
  let depth = 1;
  for (let from = open + 1; from < css.length; ) {
    const [mark, at] = nextOf(css, from, '{}');
    depth += mark === '{' ? 1 : -1;
    if (depth === 0 || mark === '') return at;
    from = at + 1;
  }
  return css.length;
}

function keptRule({ head, body }: Rule, used: Used): string[] {
  if (body === null) return [`${head};`];
  if (/^@(?:media|supports|layer|container)\b/.test(head)) {
    const inner = rulesIn(body).flatMap((rule) => keptRule(rule, used));
    return inner.length === 0 ? [] : [`${head}{${inner.join('')}}`];
  }
  if (head.startsWith('@font-face')) return used.isFont(familyIn(body)) ? [`${head}{${body}}`] : [];
  if (head.startsWith('@')) return [`${head}{${body}}`];
  const kept = selectorsIn(head).filter((selector) => isUsed(selector, used));
  return kept.length === 0 ? [] : [`${kept.join(',')}{${body}}`];
}

const familyIn = (body: string) => /font-family:\s*["']?([^;"']+)/.exec(body)?.[1]?.trim() ?? '';

function selectorsIn(head: string): string[] {
  const selectors: string[] = [];
  for (let from = 0; from < head.length; ) {
    const [, at] = nextOf(head, from, ',');
    selectors.push(head.slice(from, at).trim());
    from = at + 1;
  }
  return selectors;
}

/** A selector can find something only where every class it asks for is on a page. What `:not` and its like name is no such demand. */
function isUsed(selector: string, used: Used): boolean {
  const plain = selector.replace(/\[[^\]]*\]/g, '').replace(/:(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)/g, '');
  return Array.from(plain.matchAll(/\.((?:\\.|[\w-])+)/g), ([, name = '']) => name).every(used.isClass);
}
