import type { TypedOrder } from '#functions/desk/order.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { TopicChoice } from '#shared/domain/topic-choice.ts';
import type { Typed } from './typed-case.ts';
import { rulingName, rulingsIn } from './typed-rulings.ts';

/** The decision that a sent page asks for, as the desk checks it; null where an amount of hours is none. */
export function orderIn(typed: Typed, judgement: Judgement | null): TypedOrder | null {
  const [what, fileId = ''] = (typed.get('do') ?? '').split(':');
  if (what === 'paper') return paperOrder(typed, fileId);
  const rulings = rulingsIn(typed, judgement);
  if (rulings === null) return null;
  const [subject, text] = [typed.get('letter.subject')?.trim() ?? '', typed.get('letter.text')?.trim() ?? ''];
  const letter = subject === '' && text === '' ? null : { subject, text };
  return { action: typed.get('action'), rulings, letter, reason: typed.get('reason')?.trim() ?? null };
}

/** About one private paper; the rest of the mail is left as it is. */
function paperOrder(typed: Typed, fileId: string): TypedOrder {
  const nothing = { rulings: { credits: [], overrides: [], doubts: [] }, letter: null };
  const of = (what: string) => typed.get(`paper.${fileId}.${what}`)?.trim() ?? null;
  return { ...nothing, action: of('action'), reason: of('reason'), fileId };
}

/** What a training is about, for the next reviewer: the button names the line. */
export function topicIn(
  typed: Typed,
  judgement: Judgement | null,
): Pick<TopicChoice, 'title' | 'provider' | 'choice' | 'because'> | null {
  const [, creditId] = /^topic:(.+)$/.exec(typed.get('do') ?? '') ?? [];
  const credit = judgement?.credits.find((one) => one.creditId === creditId);
  if (credit === undefined) return null;
  const text = (what: 'topic' | 'because') => typed.get(rulingName.credit(credit, what))?.trim() ?? '';
  return { title: credit.title, provider: credit.provider, choice: text('topic'), because: text('because') };
}
