import type { Chance } from '../chance.ts';
import { type FaceName, hands } from './faces.ts';
import { box, ringed, scribble, type TickStyle } from './strokes.ts';

/** How the empty places of a form are filled in: by a printer, by hand, or as form fields (slots that become AcroForm fields). */
export type Pen = {
  readonly how: 'print' | 'hand' | 'slots';
  readonly ink: string;
  fill(text: string | null, name: string): string;
  tick(isTicked: boolean, style: TickStyle, name: string): string;
  /** "Yes" and "No" in a line of print, the answer ringed */
  ring(words: readonly string[], chosen: string, name: string): string;
  sign(signature: 'drawn' | 'typed' | null, who: string): string;
};

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const scripts: readonly FaceName[] = ['vibes', 'pinyon', 'homemade', 'nothing', 'reenie'];
const inks = ['#15204f', '#1a1a1a', '#0b2a80', '#222'] as const;

export function penOf(chance: Chance, how: Pen['how']): Pen {
  const ink = how === 'hand' ? chance.pick(inks) : '#111';
  const hand = chance.pick(hands);
  const printed = (text: string) => `<span class="filled">${escaped(text)}</span>`;
  const byHand = (text: string) =>
    `<span class="filled" style="font-family:'${hand.face}';color:${ink};font-size:${hand.grow * 1.32}em;line-height:1">${text.split(' ').map(word).join(' ')}</span>`;
  const word = (text: string) =>
    `<span class="word" style="transform:translateY(${(chance.spread() * 0.9).toFixed(1)}px) rotate(${(chance.spread() * 1.1).toFixed(1)}deg) skewX(${(chance.spread() * 2.5).toFixed(1)}deg);margin-right:${chance.between(0, 0.12).toFixed(2)}em">${escaped(text)}</span>`;
  const slot = (text: string | null, name: string) =>
    `<span class="slot" data-name="${escaped(name)}" data-text="${escaped(text ?? '')}"><span>${escaped(text ?? '')}&nbsp;</span></span>`;
  return {
    ...{ how, ink },
    fill(text, name) {
      if (how === 'slots') return slot(text, name);
      if (text === null || text === '') return '&nbsp;';
      return how === 'hand' ? byHand(text) : printed(text);
    },
    tick(isTicked, style, name) {
      if (how === 'slots') return `<span class="tick-slot" data-name="${escaped(name)}" data-on="${isTicked}"></span>`;
      return box(chance, how === 'hand' && style === 'brackets' ? 'cross' : style, isTicked, ink);
    },
    ring(words, chosen, name) {
      if (how === 'slots')
        return words.map((one) => `${this.tick(one === chosen, 'cross', `${name} ${one}`)} ${one}`).join(' &nbsp; ');
      return words.map((one) => (one === chosen ? ringed(chance, one, ink) : one)).join(' &nbsp;/&nbsp; ');
    },
    sign(signature, who) {
      if (signature === null) return how === 'slots' ? slot(null, 'Signature') : '&nbsp;';
      if (signature === 'drawn') return scribble(chance, how === 'hand' ? ink : chance.pick(inks));
      if (how === 'slots') return slot(`/s/ ${who}`, 'Signature');
      return `<span class="script" style="font-family:'${chance.pick(scripts)}'">${escaped(who)}</span>`;
    },
  };
}
