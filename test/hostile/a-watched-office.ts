import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { makeOriginals } from '#functions/originals/originals.ts';
import { makeTonight } from '#functions/sweep/tonight.ts';
import { makeDraftLetter } from '#functions/tell-sender/decision-letter.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { roles } from '#shared/domain/staff.ts';
import type { MailSender, OutgoingMail } from '#shared/ports/mail-sender.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { anOfficeWithMails } from '#test/builders/an-office-with-mails.ts';
import { openDesk } from '#test/functions/console/desk.ts';

export const mailFrom = 'ce@office.example';
const filesOrigin = 'https://files.office.example';

/** What a stranger, or a library that was handed their paper, may put into an error. */
export const canary = 'Zarnowski of 14 Quillfeather Lane, 504-555-0173, zarnowski@canary.example, ZQX-77131';

/** An error with the canary in each place that an error has for words. */
export const canaryFault = () =>
  Object.assign(new Error(canary, { cause: new Error(canary) }), { detail: canary, path: `/${canary}` });

/** The real office, its console over the same stores, and everything that its machinery says anywhere. */
export async function aWatchedOffice() {
  const logged: string[] = [];
  const metered: string[] = [];
  const subjects: string[] = [];
  const seen: string[] = [];
  let isRelayDown = false;
  let outbox: MailSender | null = null;
  const mailSender: MailSender = {
    async send(mail: OutgoingMail) {
      if (isRelayDown) throw canaryFault();
      subjects.push(mail.subject);
      await outbox?.send(mail);
    },
  };
  const log = makeLog({ write: (line) => logged.push(line) });
  const office = await anOfficeWithMails([], '2026-12-20T15:00:00.000Z', {
    ...{ log, mailSender },
    // nobody waits for a decision to hold
    millisecondsUntil: () => 0,
  });
  outbox = openFolderMailSender(join(office.folder, 'outbox'), mailFrom);
  const clock = { now: () => '2026-12-20T14:00:00.000Z' };
  const { records, files, programme } = office;
  const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');
  const desk = openDesk(join(office.folder, 'files'), {
    ...{ records, files, clock, runner: office.runner, programme: programmeFacts(pages) },
    policy: { undoSeconds: 0, secondShare: 0 },
    whatIf: makeWhatIf({ records, programme, clock }),
    tonight: makeTonight({ records, programme, clock }),
    draftLetter: makeDraftLetter({ records, programme }),
    originalsAt: () => filesOrigin,
  });
  const originals = makeOriginals({ records, files, clock });
  const staff = desk.as(...roles);

  /** What a proxy, a browser's history or an access log would keep of an answer; `body` for links that are followed from it. */
  async function noting(answer: Response): Promise<Response> {
    const body = await answer.clone().text();
    const links = [...body.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, to = '']) => to);
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`);
    seen.push(...[...links, ...headers].map(readable));
    const to = answer.headers.get('location') ?? '';
    return to.startsWith(filesOrigin) ? noting(await originals.request(to)) : answer;
  }

  return {
    ...office,
    ...{ clock, log, logged, metered, subjects, seen, desk, staff, mailSender },
    metrics: makeMetrics({ namespace: 'Intake', write: (line) => metered.push(line) }),
    takeFixture: (name: string) => office.take(readFileSync(`test/fixtures/mail/${name}.eml`)),
    async referenceOf(id: SubmissionId) {
      return (await findSubmission(records, id))?.submission.reference ?? '';
    },
    get: async (address: string) => noting(await staff.request(address)),
    post: async (address: string, fields: Record<string, string> = {}) => noting(await staff.post(address, fields)),
    relay(state: 'down' | 'up') {
      isRelayDown = state === 'down';
    },
  };
}
export type WatchedOffice = Awaited<ReturnType<typeof aWatchedOffice>>;

/** A name stays a name when it is written as %20 or &#39;. */
function readable(text: string): string {
  const plain = text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('+', ' ');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
