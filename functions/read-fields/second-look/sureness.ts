import type { FieldValue } from '#shared/domain/document.ts';
import type { ValueType } from '#shared/domain/value-types.ts';
import calibration from './calibration.json' with { type: 'json' };

/**
 * What was seen by one engine only is never certain, however sure that engine was: it loses decimal points ("1.5" read
 * as "15") at its highest confidence (decision 0007). Nor is a sort of value of which too many were wrong.
 */
const doubtfulMax = 0.85;

/** How often values of one sort were right in the generated corpus; `from` is the least own sureness of the row. */
export type CalibrationRow = { type: string; verdict: string; from: number; right: number; seen: number };
export type Calibration = { errorTarget: number; rows: readonly CalibrationRow[] };

/**
 * How sure a value seen on a picture is: the share of values of the same type, verdict and own sureness that were right
 * (calibration.json, made by `npm run calibrate` from layouts the readers are mended on), where somebody looked twice. It may pass for certain only
 * with a witness that agrees, and where no more than the stated share of such values was wrong.
 */
export function surenessOfSeen(value: FieldValue, type: ValueType, table: Calibration = calibration): number {
  // of what no value could be made of, that both saw the same letters says nothing
  if (value.witness === undefined || value.value === null) return Math.min(value.confidence, doubtfulMax);
  const { verdict } = value.witness;
  const own = value.source?.sureness ?? value.confidence;
  const row = table.rows
    .filter((one) => one.type === type && one.verdict === verdict && own >= one.from)
    .sort((a, b) => b.from - a.from)[0];
  const measured = row === undefined ? value.confidence : shareOf(row);
  const isCertain = verdict === 'agrees' && (row === undefined || 1 - measured <= table.errorTarget);
  return Math.round((isCertain ? measured : Math.min(measured, doubtfulMax)) * 1000) / 1000;
}

/** Half a value right and half a value wrong are added: of few values nobody knows a share of 1 or 0. */
export const shareOf = ({ right, seen }: Pick<CalibrationRow, 'right' | 'seen'>): number => (right + 0.5) / (seen + 1);
