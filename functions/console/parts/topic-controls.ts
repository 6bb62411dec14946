import { html, raw } from 'hono/html';
import type { Credit } from '#shared/domain/credit.ts';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import { staffName } from '../cases/case-work.ts';
import type { TopicKnown } from '../cases/topics-known.ts';
import { rulingName } from '../cases/typed-rulings.ts';
import { choiceControl, lineControl, workButton } from './control.ts';
import type { Editing } from './editing.ts';
import { type Html, nothing } from './html.ts';
import { said, visibleText } from './said.ts';
import { instantInWords } from './time-words.ts';

const saidMax = 5;

/**
 * What a training is about: what its title says and what colleagues said of it before, each with its reason, and what the
 * reviewer says to the next one. It decides nothing here; that is what "Count it or not" is for.
 */
export function topicControls(credit: Credit, index: number, editing: Editing): Html {
  const { topics, typed, work } = editing;
  if (topics === null) return nothing;
  const known = topics.of(credit);
  const [topic, because] = [rulingName.credit(credit, 'topic'), rulingName.credit(credit, 'because')];
  const isOpen = known.said.length > 0 || (typed.get(topic) ?? '') !== '' || (typed.get(because) ?? '') !== '';
  return html`<details class="desk-ruling"${isOpen ? raw(' open') : nothing}>
    <summary>What is this training about?<span class="usa-sr-only"> ${visibleText(credit.title, 100)}</span></summary>
    <ul class="desk-plain-list" data-live>
      <li><strong>By its title:</strong> ${byTitle(known)}</li>
      ${known.said.slice(0, saidMax).map((choice) => html`<li>${saidBefore(choice, editing)}</li>`)}
      ${known.said.length === 0 ? html`<li>No colleague has said anything of this title yet.</li>` : nothing}
    </ul>
    <div class="desk-ruling__controls">
      <div>${choiceControl(typed, {
        ...{ id: `credit-${index}-topic`, name: topic, label: 'It is about', shown: known.suggested ?? '' },
        options: [
          { value: '', words: 'Choose' },
          ...topics.choices.map((choice) => ({ value: choice, words: topicWords(choice) })),
        ],
      })}</div>
      <div class="desk-ruling__why">${lineControl(typed, { id: `credit-${index}-because`, name: because, label: 'Because', shown: '' })}</div>
    </div>
    ${workButton(html`Suggest it to the next reviewer<span class="usa-sr-only"> of ${visibleText(credit.title, 100)}</span>`, { does: `topic:${credit.creditId}`, to: `/cases/${work.reference}/topic` })}
    <p class="desk-sub">It is a suggestion, and changes nothing that counts here.</p>
  </details>`;
}

function byTitle({ byTitle: { topics, why } }: TopicKnown): Html {
  const words = topics.length === 0 ? 'not surely anything' : topics.map(topicWords).join(' and ');
  return html`${said(words, 200)}. <span class="desk-sub">${said(why, 500)}</span>`;
}

function saidBefore({ choice, because, by, at }: TopicChoice, { work, timeZone }: Editing): Html {
  return html`<strong>Said before:</strong> ${said(topicWords(choice), 100)}, because “${said(because, 500)}”
    <span class="desk-sub">${staffName(work.staff, by)}, ${instantInWords(at, timeZone)}</span>`;
}

const topicWords = (choice: string) => `${choice.charAt(0).toUpperCase()}${choice.slice(1)}`;
