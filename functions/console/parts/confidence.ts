import { html } from 'hono/html';
import type { Html } from './html.ts';

type Level = 'high' | 'medium' | 'low';
const words: Readonly<Record<Level, string>> = { high: 'High', medium: 'Medium', low: 'Low, please check' };

/** `confidence` 0..1. Below 0.8 one value in five may be wrong: a person should look at each of them. */
export function confidenceLevel(confidence: number): Level {
  if (confidence >= 0.95) return 'high';
  return confidence >= 0.8 ? 'medium' : 'low';
}

/** "High 97 %". Rounded down, so that only certainty shows as 100 %. */
export function confidenceWords(confidence: number): Html {
  const level = confidenceLevel(confidence);
  const percent = Math.floor(confidence * 100 + 1e-9);
  return html`<span class="desk-confidence desk-confidence--${level}">${words[level]} <span>${percent} %</span></span>`;
}
