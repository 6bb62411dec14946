import { html, raw } from 'hono/html';
import type { ConsoleDeps } from '../console-deps.ts';
import type { Html } from '../parts/html.ts';

export type Section = 'cases' | 'outbox' | 'rules' | null;
export type Frame = Pick<ConsoleDeps, 'programme' | 'access'>;

const accessWords: Readonly<Record<ConsoleDeps['access'], string>> = {
  'this-machine-only':
    'This desk has no sign-in yet. It answers only on the machine it runs on, so anyone who can use that machine can read these cases.',
  'signed-in': 'You are signed in. Everything here is about real people: share it only as the programme allows.',
};

const doctype = raw('<!doctype html>');

/** The frame of every page: skip link, header, main, footer. Nothing in it needs a script. */
export function layout({ programme, access }: Frame, page: { title: string; section: Section; content: Html }): Html {
  return html`${doctype}<html lang="en">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>${page.title} | ${programme.name}</title>
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/assets/uswds/css/uswds.min.css">
      <link rel="stylesheet" href="/assets/console.css">
    </head>
    <body>
      <a class="usa-skipnav" href="#main-content">Skip to main content</a>
      <header class="desk-header">
        <div class="desk-wide desk-header__row">
          <a class="desk-header__name" href="/">Credential desk <span>${programme.name}</span></a>
          <nav aria-label="Main"><ul>
            ${navLink('Cases', '/', page.section === 'cases')}
            ${navLink('Answers', '/outbox', page.section === 'outbox')}
            ${programme.rulePages.length === 0 ? '' : navLink('Rules', '/rules', page.section === 'rules')}
          </ul></nav>
        </div>
      </header>
      <main id="main-content" class="desk-wide desk-main" tabindex="-1">${page.content}</main>
      <footer class="desk-footer"><div class="desk-wide">
        <p>For looking only: nothing can be changed here yet. Times are shown in ${programme.timeZone}.</p>
        <p>${accessWords[access]}</p>
      </div></footer>
    </body>
  </html>`;
}

function navLink(words: string, address: string, isCurrent: boolean): Html {
  return html`<li><a href="${address}"${isCurrent ? raw(' aria-current="page"') : ''}>${words}</a></li>`;
}
