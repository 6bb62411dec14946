import { createHash } from 'node:crypto';
import { drawSample, sampleText } from '#shared/domain/audit-sample.ts';
import { walkStandings } from './walk-standings.ts';
import type { YearPorts } from './year-ports.ts';

export type AuditSample = {
  year: number;
  seed: string;
  percent: number;
  /** where the share comes from, in words */
  shareFrom: string;
  /** how many met their report: out of these it is drawn */
  of: number;
  /** who was drawn, in the order of drawing */
  drawn: readonly { specialistId: string; digest: string }[];
};

type Asked = { year: number /** left out: the office's own */; seed?: string | undefined };

/** Those whose report of a year was met, drawn by a seed: the same seed always draws the same people from the same rows. */
export function makeDrawAuditSample({ records, programme, auditSample }: Omit<YearPorts, 'clock'>) {
  const byPage = Number(programme.conditions.audit.share ?? Number.NaN);
  const percent = Number.isFinite(byPage) ? byPage : auditSample.percent;
  const shareFrom = Number.isFinite(byPage)
    ? "the programme's page of conditions"
    : "the office's own setting, since the programme's page of conditions names none";
  return async ({ year, seed = auditSample.seed }: Asked): Promise<AuditSample> => {
    const candidates = [];
    for await (const { specialistId, word } of walkStandings(records, year)) {
      if (word !== 'met') continue;
      const digest = createHash('sha256')
        .update(sampleText(seed, year, specialistId))
        .digest('hex');
      candidates.push({ specialistId, digest });
    }
    return { year, seed, percent, shareFrom, of: candidates.length, drawn: drawSample(candidates, percent) };
  };
}
