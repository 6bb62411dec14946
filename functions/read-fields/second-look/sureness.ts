import type { FieldValue } from '#shared/domain/document.ts';
import calibration from './calibration.json' with { type: 'json' };
import type { ValueType } from './value-types.ts';

/**
 * What was seen by one engine only is never certain, however sure that engine was: it loses decimal points ("1.5" read
 * as "15") at its highest confidence (decision 0007).
 */
const aloneMax = 0.85;

/** How often a value of this sort was right in the generated corpus: `from` is the least own sureness of the row. */
type Row = { type: string; verdict: string; from: number; right: number; seen: number };
const rows: readonly Row[] = calibration.rows;

/**
 * How sure a value seen on a picture is: the share of values of the same type, verdict and own sureness that were right
 * (calibration.json, made by `npm run calibrate`), and never certain without a witness that agrees.
 */
export function surenessOfSeen(value: FieldValue, type: ValueType): number {
  const verdict = value.witness?.verdict ?? 'unread';
  const row = rows
    .filter((one) => one.type === type && one.verdict === verdict && value.confidence >= one.from)
    .sort((a, b) => b.from - a.from)[0];
  const measured = row === undefined ? value.confidence : (row.right + 0.5) / (row.seen + 1);
  const bounded = verdict === 'agrees' ? measured : Math.min(measured, aloneMax);
  return Math.round(bounded * 1000) / 1000;
}
