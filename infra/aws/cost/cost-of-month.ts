import { networkServices } from '#infra/aws/network-services.ts';
import { type CostLine, line } from './cost-line.ts';
import { officeUse } from './office-uses.ts';

const minutesOfMonth = (365 / 12) * 24 * 60;
const nightsOfMonth = 365 / 12;

/** What comes by the month, whatever mails do. */
export const monthlyGroups: readonly string[] = ['standing by', 'rounds', 'nights', 'canary', 'canary packets'];

/** `zones`: of a network of our own, with its endpoints. `canaryEveryMinutes`: null for none. */
export type Standing = { zones?: number; canaryEveryMinutes?: number | null };

export function costOfMonth({ zones = 0, canaryEveryMinutes = null }: Standing): CostLine[] {
  const mailsOfCanary = canaryEveryMinutes === null ? 0 : minutesOfMonth / canaryEveryMinutes;
  return [...costOfStandingBy(zones), ...costOfRounds(), ...costOfNights(), ...costOfCanary(mailsOfCanary)];
}

function costOfStandingBy(zones: number): CostLine[] {
  const rules = officeUse('firewallRules');
  return [
    line('standing by', 'keyMonth', officeUse('keys')),
    line('standing by', 'alarmMonth', officeUse('alarmMetrics')),
    line('standing by', 'metricMonth', officeUse('ownMetrics')),
    line('standing by', 'dashboardMonth', officeUse('dashboards')),
    line('standing by', 'firewallMonth', rules > 0 ? 1 : 0),
    line('standing by', 'firewallRuleMonth', rules),
    line('standing by', 'userMonth', officeUse('staff')),
    line('standing by', 'endpointMonth', zones * Object.keys(networkServices).length),
  ];
}

/** Timers and the asking of empty queues: nobody sees them, and they are paid all the same. */
function costOfRounds(): CostLine[] {
  const rounds = officeUse('roundsPerMonth');
  return [
    line('rounds', 'queueRequest', officeUse('polledQueues') * officeUse('pollsPerQueueAndMonth')),
    line('rounds', 'lambdaRequest', rounds),
    line('rounds', 'lambdaGigabyteSecond', rounds * officeUse('secondsOfRound') * officeUse('gigabytesOfLambda')),
    line('rounds', 'readUnit', rounds * officeUse('readUnitsPerRound')),
    line('rounds', 'trace', rounds),
  ];
}

function costOfNights(): CostLine[] {
  const people = officeUse('people');
  return [
    line('nights', 'scheduledStart', officeUse('scheduledStartsPerMonth')),
    line('nights', 'stateTransition', nightsOfMonth * officeUse('transitionsPerNight')),
    line(
      'nights',
      'lambdaGigabyteSecond',
      nightsOfMonth * officeUse('secondsPerNight') * officeUse('gigabytesOfLambda'),
    ),
    line('nights', 'readUnit', people * officeUse('readUnitsPerPersonAndNight') * nightsOfMonth),
    line('nights', 'writeUnit', (people * officeUse('writeUnitsPerPersonAndYear')) / 12),
  ];
}

function costOfCanary(mails: number): CostLine[] {
  return [
    line('canary', 'mailIn', mails),
    line('canary', 'mailInChunk', mails),
    line('canary', 'mailOut', mails),
    line('canary', 'stateTransition', mails * officeUse('transitionsPerCanary')),
    line('canary', 'writeUnit', mails * officeUse('writeUnitsPerCanary')),
    line('canary', 'scanObject', mails),
  ];
}
