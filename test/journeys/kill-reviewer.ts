import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addAccount } from '#functions/console/sign-in/accounts.ts';
import { makeLink } from '#functions/console/sign-in/one-time-links.ts';
import { accountPorts } from '#infra/local/account-ports.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { readRecords } from './kept-records.ts';

/** A reviewer at the real console, over HTTP: goes on with the same form when the desk was gone in the middle of it. */
export type Reviewer = {
  /** Decides whatever waits, each once. */
  decideWaiting(): Promise<void>;
  /** Agrees to what somebody else decided and needs a second person for. */
  agreeToWaiting(): Promise<void>;
};

const patienceMilliseconds = 100;
/** Who has nothing to agree to looks at the desk now and then: whoever does nothing for half an hour is signed out. */
const lookMilliseconds = 60_000;
const triesMax = 600;

/** An account with a way in that works once, made beside the running host. */
export async function aReviewer(data: string, name: string, url: () => string): Promise<Reviewer> {
  const records = openSqliteRecordStore(join(data, 'records.sqlite'));
  const ports = accountPorts(records);
  const staff = await addAccount(ports, { name, signInName: name, roles: ['reviewer', 'supervisor'] });
  if (staff === null) throw new Error(`${name} is there already`);
  const link = await makeLink(ports, staff.staffId, 'sign-in');
  records.close();
  const ask = browserAt(url);
  await ask(link);
  await ask(link, {});
  const done = new Set<string>();
  let lookedAt = Date.now();
  const stayThere = async () => {
    if (Date.now() - lookedAt < lookMilliseconds) return;
    lookedAt = Date.now();
    await ask('/');
  };
  return {
    async decideWaiting() {
      await stayThere();
      for (const { reference, outcome, filedAt } of readRecords(data).submissions) {
        if (outcome !== 'needs-review' || filedAt === null || done.has(reference)) continue;
        await decide(ask, reference);
        done.add(reference);
      }
    },
    async agreeToWaiting() {
      await stayThere();
      for (const { reference, state } of await decisionsOf(data)) {
        if (state !== 'proposed') continue;
        const formKey = hiddenIn(await ask(`/cases/${reference}`), 'formKey');
        await ask(`/cases/${reference}/decisions/1/confirm`, { formKey });
      }
    },
  };
}

type Ask = ReturnType<typeof browserAt>;

/** Takes the case, and presses the button; without an answer the same form is sent again, as a browser does. */
async function decide(ask: Ask, reference: string): Promise<void> {
  const path = `/cases/${reference}`;
  await ask(`${path}/claim`, { formKey: hiddenIn(await ask(path), 'formKey') });
  const page = await ask(path);
  const [formKey, version, made] = ['formKey', 'version', 'made'].map((name) => hiddenIn(page, name));
  const form = { formKey, version, made, do: 'decide', action: 'ask-sender' };
  await ask(`${path}/decisions`, form);
  // once more, as by somebody who is not sure that they pressed: only the first one may be taken
  await ask(`${path}/decisions`, form);
}

const hiddenIn = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

type Fields = Readonly<Record<string, string | undefined>>;

/** Keeps cookies, follows redirections, and tries again for as long as nobody answers. */
function browserAt(url: () => string) {
  const jar = new Map<string, string>();
  const askOnce = (path: string, fields?: Fields) =>
    fetch(new URL(path, url()), {
      method: fields === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; '), origin: url() },
      ...(fields === undefined ? {} : { body: new URLSearchParams(given(fields)) }),
    }).catch(() => null);
  async function untilAnswered(path: string, fields?: Fields): Promise<Response> {
    for (let time = 1; time <= triesMax; time += 1) {
      const answer = await askOnce(path, fields);
      if (answer !== null && answer.status < 500) return answer;
      await pause(patienceMilliseconds);
    }
    throw new Error(`nobody answers at ${path}`);
  }
  return async function ask(path: string, fields?: Fields): Promise<string> {
    const answer = await untilAnswered(path, fields);
    for (const set of answer.headers.getSetCookie()) keep(jar, set);
    const to = answer.headers.get('location');
    return to === null ? answer.text().catch(() => '') : ask(to);
  };
}

function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? '']));
}

function keep(jar: Map<string, string>, set: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
  if (/max-age=0/i.test(set)) jar.delete(name);
  else jar.set(name, value);
}

export type Decided = { reference: string; messageId: string | null; state: string; settledAt: string | null };

/** Every decision that stands on record. */
export async function decisionsOf(data: string): Promise<Decided[]> {
  const records = openSqliteRecordStore(join(data, 'records.sqlite'));
  const all: Decided[] = [];
  for (const { submissionId, reference, mail } of readRecords(data).submissions)
    for (const { decision } of await listDecisions(records, submissionId))
      all.push({ ...decision, reference, messageId: mail?.messageId ? `<${mail.messageId}>` : null });
  records.close();
  return all;
}
