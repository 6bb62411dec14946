/** Letter paper, black on white; on a screen one column that is easy to read, on a telephone tables turned on their side. */
export const handbookStyle = `
:root { --ink: #1b1b1b; --quiet: #565c65; --line: #c6cace; --wash: #f5f6f7; --accent: #162e51; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 62rem; color: var(--ink); background: #fff;
  font: 1rem/1.5 "Helvetica Neue", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font-size: 2.2rem; color: var(--accent); }
h2 { font-size: 1.5rem; color: var(--accent); border-bottom: 2px solid var(--accent); padding-bottom: .3rem; margin: 3rem 0 1rem; }
h3 { font-size: 1.2rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
p, ul, ol { margin: .5rem 0; max-width: 46rem; }
a { color: #005ea2; }
.kind { text-transform: uppercase; letter-spacing: .08em; font-size: .85rem; color: var(--quiet); margin: 0 0 .4rem; }
.back { margin: 0 0 1.5rem; }
.note, .where { color: var(--quiet); font-size: .875rem; }
.where { margin-top: .25rem; }
.number { font-variant-numeric: tabular-nums; font-weight: 700; color: var(--accent); white-space: nowrap; margin-right: .35em; }
nav h3 { font-size: 1rem; margin-top: 1.2rem; }
nav ol { list-style: none; padding: 0; }
nav li { margin: .15rem 0; padding-left: 1rem; }
article { padding: 1.25rem 0 2rem; border-top: 1px solid var(--line); }
h2 + article { border-top: 0; padding-top: 0; }
blockquote { margin: .9rem 0; padding: .1rem 1rem; border-left: 4px solid var(--accent); max-width: 46rem; }
blockquote p { font-family: "Times New Roman", serif; font-size: 1.05rem; margin: .3rem 0; }
blockquote footer { color: var(--quiet); font-size: .875rem; margin: .3rem 0; }
pre { background: var(--wash); padding: .8rem 1rem; margin: .9rem 0; font: .875rem/1.55 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .875rem; line-height: 1.35; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
th { border-bottom: 2px solid var(--ink); font-weight: 700; vertical-align: bottom; }
table.wide { font-size: .8rem; }
table.wide th, table.wide td { padding: .3rem .35rem; }
td[data-column="as run"] { font-weight: 600; }
@media screen and (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.7rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: block; border-bottom: 1px solid var(--ink); padding: .4rem 0; }
  td { display: block; border: 0; padding: .1rem 0 .1rem 45%; position: relative; min-height: 1.4em; }
  td::before { content: attr(data-column); position: absolute; left: 0; width: 42%; color: var(--quiet); font-weight: 400; }
}
@media print {
  .back { display: none; }
  @page { size: letter; margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { break-before: page; margin-top: 0; }
  nav h2 { break-before: page; }
  h3, h4 { break-after: avoid; }
  tr, blockquote, pre { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  table { font-size: 8.5pt; }
  table.wide { font-size: 7.5pt; }
  pre { border: 1px solid var(--line); }
}
`;
