import { pageBlocks, withVerdictsAsRun } from '../page-blocks.ts';
import type { Programme, Rule, Severity, WhoDecides } from '../programme.ts';
import type { Pages } from '../read-programme.ts';
import { type BookPage, bookOrder, type Chapter, examplesAsRun } from './book-order.ts';
import { handbookStyle } from './handbook-style.ts';
import { blocksInHtml, plain } from './in-html.ts';

const severities: Readonly<Record<Severity, string>> = {
  A: 'the machine may decide',
  R: 'a person confirms what hurts',
  H: 'a person only',
};
const deciders: Readonly<Record<WhoDecides, string>> = {
  machine: 'decided by the machine',
  proposed: 'proposed by the machine, decided by a person',
  'person-only': 'decided by a person only',
};

/** Where the handbook stands: a file of its own carries its style, a page of the console may not, and leads back. */
export type HandbookFrame = {
  readonly style: 'inside' | { readonly address: string; readonly icon: string };
  readonly back: { readonly address: string; readonly words: string } | null;
};
const ownFile: HandbookFrame = { style: 'inside', back: null };

/** All pages of a programme as one for reading and printing. Nothing in it runs, and nothing is loaded from elsewhere. */
export function handbook(programme: Programme, pages: Pages, { style, back }: HandbookFrame = ownFile): string {
  const chapters = bookOrder(programme, pages);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(programme.name)}: handbook of rules</title>
${style === 'inside' ? `<style>${handbookStyle}</style>` : `<link rel="icon" href="${plain(style.icon)}">\n<link rel="stylesheet" href="${plain(style.address)}">`}
</head>
<body>
<header>
${back ? `<p class="back"><a href="${plain(back.address)}">${plain(back.words)}</a></p>\n` : ''}<p class="kind">Handbook of rules</p>
<h1>${plain(programme.name)}</h1>
<p>${plain(programme.owner)}</p>
<p class="note">${plain(countInWords(programme))} This file is written from the pages that the machine applies; nothing is kept twice.</p>
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
${chapters.map(contentsOf).join('\n')}
</nav>
<main>
${chapters.map((chapter) => chapterInHtml(programme, chapter)).join('\n')}
</main>
</body>
</html>
`;
}

function countInWords({ rules, eligibility, shadow }: Programme): string {
  const tried = shadow.length === 0 ? '' : `, ${shadow.length} in shadow`;
  return `${rules.length} rules about a person's year, ${eligibility.length} about an application${tried}.`;
}

function contentsOf({ title, pages }: Chapter): string {
  const lines = pages.map(
    (page) => `<li><a href="#${anchorOf(page)}">${numberOf(page.rule)}${plain(page.title)}</a></li>`,
  );
  return `<section><h3>${plain(title)}</h3><ol>${lines.join('')}</ol></section>`;
}

function chapterInHtml(programme: Programme, { title, pages }: Chapter): string {
  return `<section class="chapter"><h2>${plain(title)}</h2>\n${pages.map((page) => pageInHtml(programme, page)).join('\n')}</section>`;
}

function pageInHtml(programme: Programme, page: BookPage): string {
  const blocks = pageBlocks(page.text);
  const asRun = examplesAsRun(programme, page);
  const shown = asRun === null ? blocks : withVerdictsAsRun(blocks, asRun);
  return `<article id="${anchorOf(page)}">
<h3>${numberOf(page.rule)}${plain(page.title)}</h3>
<p class="where">${plain(page.path)}${page.rule ? plain(aboutRule(page.rule)) : ''}</p>
${blocksInHtml(shown, 4)}
</article>`;
}

function aboutRule({ severity, notMetIs, shadowSince, sha256 }: Rule): string {
  const shadow = shadowSince === null ? [] : [`in shadow since ${shadowSince}, without any effect`];
  const said = [severities[severity], `"not met" is ${deciders[notMetIs]}`, ...shadow, `page ${sha256.slice(0, 12)}`];
  return said.map((each) => ` · ${each}`).join('');
}

const numberOf = (rule: Rule | null) => (rule ? `<span class="number">${plain(rule.id)}</span> ` : '');
const anchorOf = ({ path }: BookPage) => path.replace(/[^a-zA-Z0-9]+/g, '-');
