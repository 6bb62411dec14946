import { html } from 'hono/html';
import type { StaffId } from '#shared/domain/staff.ts';
import type { HistoryEntry } from '#shared/records/history-records.ts';
import type { Html } from './html.ts';
import { said } from './said.ts';
import { instantInWords } from './time-words.ts';

export type NamesOfStaff = ReadonlyMap<StaffId, string>;

const words: Readonly<Record<string, string>> = {
  opened: 'The mail was opened and its files listed',
  judged: 'The rules were applied',
  'year-exported': 'Took a file of a year',
  'review-opened': 'A question was put to the reviewers',
  'set-aside': 'Set aside after a fault',
  filed: 'Filed',
  answered: 'The sender was answered',
  'answer-refused': 'The address took no answer',
  'automatic-reply': 'A machine answered our letter',
  'decision-refused': 'Was too late to decide, or did not have the case',
  'reply-apart': 'A mail was said not to belong here',
  'reply-joined': 'A mail was said to belong here after all',
  'opened-apart': 'Opened anew: was said not to belong to another case',
  'said-apart': 'Was said not to belong to another case',
  'said-joined': 'Was said to belong to another case after all',
  'judged-again': 'The rules were applied once more: a case of the same year was decided',
  'answer-waits': 'Its answer waits: the address hears from us once a day',
  'answer-merged': 'Its answer is told in another letter',
  'answer-came-back': 'The answer came back',
  claimed: 'Took the case',
  released: 'Gave the case back',
  'handed-over': 'Handed the case over',
  'opened-case': 'Opened the case',
  'opened-blind': 'Opened the papers for a blind look',
  'chosen-for-blind-sample': 'Chosen by chance to be judged once more',
  'judged-blind': 'Judged from the papers alone',
  'opened-pages': 'Looked at the pages of a file',
  'downloaded-original': 'Downloaded an original',
  exported: 'Took the evidence pack',
  'opened-person': 'Looked at the page of a person',
  'roster-added': 'Added to the roster by an import',
  'roster-changed': 'Changed on the roster by an import',
  'import-begun': 'Began to import a register',
  'import-done': 'Finished importing a register',
  'training-imported': 'Changed the register of trainings by an import',
  'training-added': 'Added a line to the register of trainings',
  'training-retired': 'Ended the approval of a training',
  'reminder-sent': 'A reminder was sent',
  'reminder-withdrawn': 'A reminder was not sent: it was no longer right',
  'reminder-refused': 'A reminder was refused',
  'reminder-bounced': 'A reminder came back',
  'identity-change-proposed': 'A mail gave another name or address',
  'identity-change-asked': 'Asked the address on file whether the change is wished',
  'identity-change-confirmed': 'The owner of the address on file confirmed the change',
  'identity-change-wrong-answer': 'An answer did not confirm the change',
  'identity-change-applied': 'Agreed to the change as the second person: the roster has it',
  'identity-change-refused': 'Refused the change',
  'identity-letter-sent': 'The question about a change was sent',
  'identity-letter-withdrawn': 'The question about a change was not sent: it was no longer right',
  'identity-letter-refused': 'The question about a change was refused',
  'address-stopped': 'No more reminders go to the address',
  'address-written-again': 'Said that the address may be written to again',
  'letters-stopped': 'Stopped the reminders, as the person asked',
  'stop-dismissed': 'Said that the person did not ask for no more letters',
  'resolution-proposed': 'Proposed what is to become of a period',
  'resolution-confirmed': 'Agreed to what becomes of a period',
  'resolution-not-confirmed': 'Did not agree to what was proposed of a period',
  resolved: 'Said what becomes of a period',
  'period-letter-sent': 'The letter about a decision on a period was sent',
  'period-letter-withdrawn': 'The letter about a decision on a period was not sent: it was no longer right',
  'period-letter-refused': 'The letter about a decision on a period was refused',
  'period-letter-bounced': 'The letter about a decision on a period came back',
  'verification-made': 'Made a verification letter',
  'verification-confirmed': 'Agreed to a verification letter that says no',
  'verification-downloaded': 'Downloaded a verification letter',
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'password-chosen': 'Chose a password',
  'wrong-password': 'A wrong password was typed',
  'account-added': 'Added an account',
  'link-made': 'Made a link to choose a password',
  'roles-given': 'Changed the roles of an account',
  'account-revoked': 'Closed an account',
};

/** Who, when, what: as it was written down, with the codes an auditor can look up. */
export function historyTable(entries: readonly HistoryEntry[], names: NamesOfStaff, timeZone: string): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table desk-history">
    <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th></tr></thead>
    <tbody>
      ${entries.map(
        (entry) => html`<tr>
          <th scope="row" data-label="When"><time datetime="${entry.at}">${instantInWords(entry.at, timeZone)}</time></th>
          <td data-label="Who">${whoDid(entry, names)}</td>
          <td data-label="What">${words[entry.action] ?? said(entry.action, 80)}</td>
          <td data-label="About">${entry.codes.map((code) => html`${aboutCode(code, names)} `)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function whoDid({ by, who }: HistoryEntry, names: NamesOfStaff): Html | string {
  if (who === undefined) return by === 'machine' ? 'The machine' : 'Somebody';
  return said(names.get(who) ?? who, 100);
}

function aboutCode(code: string, names: NamesOfStaff): Html {
  const named = [...names].find(([staffId]) => staffId === code);
  return said(named?.[1] ?? code, 80);
}
