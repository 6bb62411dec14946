import { html, raw } from 'hono/html';
import type { Resolution } from '#shared/domain/resolution.ts';
import type { Typed } from '../cases/typed-case.ts';
import type { Frame } from '../pages/layout.ts';
import { alert } from './alert.ts';
import { type Html, nothing } from './html.ts';
import { fateWords } from './letter-words.ts';
import { letterText } from './letters-part.ts';
import { said } from './said.ts';
import type { StandingAbout } from './standing-part.ts';
import { letterTag } from './status-tag.ts';
import { instantInWords } from './time-words.ts';

/** What a person was told of a decision, or will be told once it holds, or why they were not. */
export function periodLetterPart(
  { programme }: Frame,
  { year, number, state, letter, noLetterWhy }: Resolution,
  { letters }: Pick<StandingAbout, 'letters'>,
): Html {
  if (noLetterWhy !== null)
    return html`<span class="desk-sub">No letter to the person: ${said(noLetterWhy, 500)}</span>`;
  if (letter === null) return nothing;
  const row = letters.find((each) => each.year === year && each.resolution === number);
  if (row !== undefined) {
    const when = row.sentAt === null ? nothing : html` ${instantInWords(row.sentAt, programme.timeZone)}`;
    const fate =
      row.fate === null ? nothing : html`<span class="desk-sub">${fateWords[row.fate]} Tell them another way.</span>`;
    return html`<div>Letter to the person: ${letterTag(row.state)}${when}${fate}${letterText(row)}</div>`;
  }
  const lead =
    state === 'proposed' ? 'Once a second person agrees, this letter goes out' : 'This letter did not go out';
  return html`<div>${lead}:<details><summary>${said(letter.subject, 200)}</summary><div class="desk-letter__text">${said(letter.text, 10_000)}</div></details></div>`;
}

type Editor = { year: number /** where the office's words are asked for */; address: string; typed: Typed } & Pick<
  StandingAbout,
  'noWay'
>;

const noWayWords = {
  'no-address': 'No letter can go out: there is no address on the roster. Tell the person another way.',
  'address-stopped': 'No letter can go out: the address on the roster takes none. Tell the person another way.',
} as const;

/** The same as for the letter of a case: left empty, the office's own words go out. */
export function periodLetterEditor({ year, address, typed, noWay }: Editor): Html {
  const id = (part: string) => `letter-${part}-${year}`;
  const isOpen = ['letter.subject', 'letter.text', 'no-letter.why'].some((name) => (typed.get(name) ?? '') !== '');
  const isLeftOut = typed.get('no-letter') === 'yes';
  return html`${noWay === null ? nothing : alert('warning', noWayWords[noWay])}
    <details class="desk-more"${isOpen || isLeftOut ? raw(' open') : nothing}>
      <summary>The letter to the person</summary>
      <p>It goes out once what you say holds. Left empty, the office’s own words go out.
        <button type="submit" class="usa-button usa-button--outline desk-small" formaction="${address}" formnovalidate>Write the office’s words here</button></p>
      <label class="usa-label" for="${id('subject')}">Subject</label>
      <input class="usa-input" id="${id('subject')}" name="letter.subject" type="text" maxlength="200" autocomplete="off" value="${typed.get('letter.subject') ?? ''}">
      <label class="usa-label" for="${id('text')}">Text</label>
      <textarea class="usa-textarea" id="${id('text')}" name="letter.text" rows="14" maxlength="10000">
${typed.get('letter.text') ?? ''}</textarea>
      <div class="usa-checkbox"><input class="usa-checkbox__input" type="checkbox" id="${id('none')}" name="no-letter" value="yes"${isLeftOut ? raw(' checked') : nothing}>
        <label class="usa-checkbox__label" for="${id('none')}">Send no letter</label></div>
      <label class="usa-label" for="${id('why')}">Why no letter goes</label>
      <input class="usa-input" id="${id('why')}" name="no-letter.why" type="text" maxlength="500" autocomplete="off" value="${typed.get('no-letter.why') ?? ''}">
    </details>`;
}
