import type { AuditVerified } from '#shared/records/verify-audit.ts';

/** What was looked at, each place that does not hold, and one sentence that says whether all does. */
export function auditInLines({ rows, chains, seals, outside, faults, faultCount }: AuditVerified): string[] {
  const more = faultCount - faults.length;
  return [
    `Checked ${rows} rows in ${chains} chains, and ${seals} sealed days, of which ${outside ?? 0} lie outside the database as well.`,
    ...faults.map(({ chain, row, says }) => `${chain}${row === null ? '' : `  ${row}`}  ${says}`),
    ...(more > 0 ? [`and ${more} more`] : []),
    faultCount === 0
      ? 'The audit trail holds: no row was changed, removed, inserted or moved.'
      : `The audit trail does NOT hold: ${faultCount} places, the first one above. The runbook says under "Audit chain" what to do.`,
  ];
}
