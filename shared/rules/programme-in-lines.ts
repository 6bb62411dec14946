import { everyRule, type Programme, type Rule } from './programme.ts';

/** The whole of a programme in short lines, for a terminal: what its pages hold, and what is not published. */
export function programmeInLines(programme: Programme): string[] {
  const { counting, conditions, period } = programme;
  const months = (count: number | null) => (count === null ? 'not published' : `${count} months`);
  return [
    `${programme.name} (${programme.credentials.map(({ word }) => word).join(', ')})`,
    '',
    ...period.periods.map(
      (each) =>
        `period       from ${each.fromYear}: ${each.basis}, ${months(each.months)}, counted from ${each.countedFrom ?? 'not published'}`,
    ),
    `when late    ${list(period.lateSteps.map(({ step, fee }) => `${step} (${fee})`))}`,
    `left over    ${yesNo(period.carryOver.isAllowed, 'kept', 'lost')}; missed hours: ${yesNo(period.carryOver.makeUp, 'may be made up', 'cannot be made up')}`,
    `waivers      ${list(period.waivers.map(({ reason }) => reason))}`,
    `units        ${list(counting.units.units.map(({ words }) => words[0] ?? ''))}; minutes in an hour: ${counting.units.minutesInHour ?? 'not published'}`,
    `measures     ${list(counting.measures.map(({ name }) => name))}`,
    `not counted  ${list(counting.exclusions.map(({ why }) => why))}`,
    `topics       ${list(bucketsInLines(programme))}`,
    `again        ${counting.repeats ?? 'not published'}; for two credentials: ${counting.acrossCredentials ?? 'not published'}`,
    `approval     ${counting.approval ?? 'not published'}`,
    `evidence     ${list(counting.evidence.map(({ kind, when }) => `${kind} (${when})`))}`,
    `people know  ${list(conditions.stated.map(({ name }) => name))}`,
    `signed       ${list(conditions.attestations.map(({ statement, signedBy }) => `${statement} (${signedBy})`))}`,
    `ways         ${list(conditions.channels.map(({ way, isTaken }) => (isTaken ? way : `not ${way}`)))}`,
    `audit        ${conditions.audit.mode ?? 'not published'}${conditions.audit.share ? `, ${conditions.audit.share} percent` : ''}${conditions.audit.exempt ? `, not ${conditions.audit.exempt}` : ''}; papers kept: ${conditions.audit.keepYears ?? 'not published'}${conditions.audit.keepYears ? ' years' : ''}`,
    '',
    ...everyRule(programme).map(ruleInLine),
  ];
}

function ruleInLine({ id, severity, examples, title, shadowSince }: Rule): string {
  return `${id}  ${severity}  ${String(examples.length).padStart(2)} examples  ${title}${shadowSince === null ? '' : ` (in shadow since ${shadowSince})`}`;
}

/** Each bucket and tier with the topics that count as it. */
function bucketsInLines({ topics }: Programme): string[] {
  const names = [...new Set(topics.map.map(({ countsAs }) => countsAs))];
  return names.map((name) => {
    const those = topics.map.filter(({ countsAs }) => countsAs === name).map(({ topic }) => topic);
    return `${name} (${those.join('; ')})`;
  });
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}

function yesNo(value: boolean | null, yes: string, no: string): string {
  return value === null ? 'not published' : value ? yes : no;
}
