import { html, raw } from 'hono/html';
import type { Staff } from '#shared/domain/staff.ts';
import type { ConsoleDeps } from '../console-deps.ts';
import { deskForm } from '../parts/desk-form.ts';
import type { Html } from '../parts/html.ts';
import { said } from '../parts/said.ts';
import type { RouteName } from '../route-table.ts';

export type Section =
  | 'cases'
  | 'people'
  | 'sweep'
  | 'trainings'
  | 'applications'
  | 'outbox'
  | 'reminders'
  | 'rules'
  | 'audit'
  | 'quarantine'
  | 'accounts'
  | 'numbers'
  | 'watch'
  | 'retention'
  | 'years'
  | 'blind'
  | null;
/** Who looks at a page, and what they may open. */
export type Viewer = { staff: Staff; formKey: string; may: (name: RouteName) => boolean };
/** What every page is drawn with; nobody is signed in where `viewer` is null. */
export type Frame = Pick<ConsoleDeps, 'programme'> & { viewer: Viewer | null };

const doctype = raw('<!doctype html>');

/** `script`: of our own assets, what makes the page handier where scripts run. */
type Page = { title: string; section: Section; content: Html; script?: string };

/** What a script imports, and what that imports: asked for at once, not one after another. */
const modulesOf: Readonly<Record<string, readonly string[]>> = {
  'desk/case.js': ['lease', 'keys', 'places', 'reading', 'typing', 'live', 'line-at-hand'],
  'desk/papers.js': ['lease'],
};

/** The frame of every page: skip link, header, main, footer. Nothing in it needs a script. */
export function layout(frame: Frame, page: Page): Html {
  const { programme, viewer } = frame;
  return html`${doctype}<html lang="en">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>${page.title} | ${programme.name}</title>
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/assets/uswds.css">
      <link rel="stylesheet" href="/assets/console.css">${
        page.script === undefined
          ? ''
          : html`
      <link rel="stylesheet" href="/assets/desk.css">
      ${(modulesOf[page.script] ?? []).map((name) => html`<link rel="modulepreload" href="/assets/desk/${name}.js">`)}
      <script type="module" src="/assets/${page.script}"></script>`
      }
    </head>
    <body>
      <a class="usa-skipnav" href="#main-content">Skip to main content</a>
      <header class="desk-header">
        <div class="desk-wide desk-header__row">
          <a class="desk-header__name" href="/">Credential desk <span>${programme.name}</span></a>
          ${viewer === null ? '' : html`${whoIsHere(frame, viewer)}${navigation(frame, viewer, page.section)}`}
        </div>
      </header>
      <main id="main-content" class="desk-wide desk-main" tabindex="-1">${page.content}</main>
      <footer class="desk-footer"><div class="desk-wide">
        <p>Times are shown in ${programme.timeZone}.</p>
        <p>Everything here is about real people: share it only as the programme allows.</p>
      </div></footer>
    </body>
  </html>`;
}

/** Where each entry of the navigation leads. It stands there only for those who may open it. */
const entries: readonly { words: string; name: RouteName; address: string; section: Section }[] = [
  { words: 'Cases', name: 'queue', address: '/', section: 'cases' },
  { words: 'People', name: 'people', address: '/people', section: 'people' },
  { words: 'Overnight', name: 'sweep', address: '/sweep', section: 'sweep' },
  { words: 'Trainings', name: 'trainings', address: '/trainings', section: 'trainings' },
  { words: 'Applications', name: 'applications', address: '/applications', section: 'applications' },
  { words: 'Answers', name: 'outbox', address: '/outbox', section: 'outbox' },
  { words: 'Reminders', name: 'tonight', address: '/sweep/tonight', section: 'reminders' },
  { words: 'Rules', name: 'rules', address: '/rules', section: 'rules' },
  { words: 'What happened', name: 'audit', address: '/audit', section: 'audit' },
  { words: 'Numbers', name: 'numbers', address: '/numbers', section: 'numbers' },
  { words: 'Watch', name: 'watch', address: '/watch', section: 'watch' },
  { words: 'Retention', name: 'retention', address: '/retention', section: 'retention' },
  { words: 'Year', name: 'years', address: '/years', section: 'years' },
  { words: 'Blind look', name: 'blind', address: '/blind', section: 'blind' },
  { words: 'Quarantine', name: 'quarantine', address: '/quarantine', section: 'quarantine' },
  { words: 'Accounts', name: 'accounts', address: '/accounts', section: 'accounts' },
];

function navigation({ programme }: Frame, { may }: Viewer, section: Section): Html {
  const isEmpty: Partial<Record<RouteName, boolean>> = {
    rules: programme.rulePages.length === 0,
    applications: programme.classes === undefined,
  };
  const shown = entries.filter(({ name }) => may(name) && !isEmpty[name]);
  return html`<nav aria-label="Main"><ul>
    ${shown.map((entry) => navLink(entry.words, entry.address, entry.section === section))}
  </ul></nav>`;
}

function whoIsHere(frame: Frame, { staff }: Viewer): Html {
  const button = html`<span>${said(staff.name, 60)}</span>
    <button type="submit" class="desk-signout">Sign out</button>`;
  return html`<div class="desk-who">${deskForm(frame, '/sign-out', button)}</div>`;
}

function navLink(words: string, address: string, isCurrent: boolean): Html {
  return html`<li><a href="${address}"${isCurrent ? raw(' aria-current="page"') : ''}>${words}</a></li>`;
}
