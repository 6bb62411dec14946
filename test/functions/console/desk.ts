import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { sealWords } from '#functions/console/access/sealed-words.ts';
import { type ConsoleApp, makeConsole } from '#functions/console/app.ts';
import type { ConsoleDeps } from '#functions/console/console-deps.ts';
import { newSession } from '#functions/console/sign-in/sessions.ts';
import { makeTonight } from '#functions/sweep/tonight.ts';
import { makeDraftLetter } from '#functions/tell-sender/decision-letter.ts';
import { makeFolderAssets } from '#shared/adapters/local/folder-assets.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { makeScryptPasswordHasher } from '#shared/adapters/local/scrypt-password-hasher.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { pdfLetterPrinter } from '#shared/adapters/pdf-letter-printer.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import { readTwiceSnapshots } from '#shared/adapters/read-twice-snapshots.ts';
import { type Role, type Staff, staffIdSchema } from '#shared/domain/staff.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { addStaff } from '#shared/records/staff-records.ts';

/** A picture of one white pixel. */
export const onePixelPng = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64'),
);

/** Nobody proposes anything. */
const noProposedRules: ConsoleDeps['proposedRules'] = {
  where: 'a folder that is not there',
  names: async () => [],
  pages: async () => null,
};

const host = 'http://localhost';
const now = '2026-11-22T14:00:00.000Z';

/** Asks as a browser of somebody who is signed in would: with their cookie, and for a form with the key that stands in it. */
export type SignedIn = {
  staff: Staff;
  request(address: string, init?: RequestInit): Promise<Response>;
  /** for a server that a browser of the test talks to */
  fetch(request: Request): Promise<Response>;
  /** the end of an address that looks for these words, as the form of a search leads to it */
  sealed(words: string): string;
  /** sends a form of one of our own pages */
  post(address: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
};

export type Desk = {
  /** the console as a reviewer sees it who is signed in */
  app: SignedIn;
  /** the same for others, by role */
  as(...roles: Role[]): SignedIn;
  /** the console itself: nobody is signed in */
  console: ConsoleApp;
  deps: ConsoleDeps;
  records: RecordStore & { close(): void };
  files: FileStore;
  drawn: number[];
};

/** The console over a real record store, in memory or at `at`, and a real file store in `folder`. It is 22 November 2026. */
export function openDesk(folder: string, own: Partial<ConsoleDeps> = {}, at = ':memory:'): Desk {
  const records = openSqliteRecordStore(at);
  const files = openFolderFileStore(folder);
  const drawn: number[] = [];
  const documentReader: ConsoleDeps['documentReader'] = {
    draw: async (_file, page) => {
      drawn.push(page);
      return onePixelPng;
    },
  };
  const deps: ConsoleDeps = {
    records,
    snapshots: readTwiceSnapshots(own.records ?? records),
    files,
    documentReader,
    assets: makeFolderAssets({ own: 'functions/console/assets', uswds: 'node_modules/@uswds/uswds/dist' }),
    clock: { now: () => now },
    letterPrinter: pdfLetterPrinter,
    programme: { name: 'Louisiana peer support', timeZone: 'America/Chicago', rulePages: [] },
    proposedRules: noProposedRules,
    hostNames: ['localhost', '127.0.0.1'],
    ids: systemIds(),
    whatIf: own.programme?.book
      ? makeWhatIf({ records, programme: own.programme.book.programme, clock: own.clock ?? { now: () => now } })
      : async () => null,
    tonight: own.programme?.book
      ? makeTonight({ records, programme: own.programme.book.programme, clock: own.clock ?? { now: () => now } })
      : async () => null,
    draftLetter: own.programme?.book
      ? makeDraftLetter({ records, programme: own.programme.book.programme })
      : async () => null,
    // started by the sweep, where a test has one
    runner: { start: async () => {} },
    policy: { undoSeconds: 60, secondShare: 0 },
    auditSample: { percent: 5, seed: 'the test' },
    retention: { 'raw-mail': null, documents: null, readings: null, pictures: null, 'ordered-away': null },
    secrets: randomSecrets,
    // the cost only matters to whoever tries millions
    signIn: { by: 'password', passwords: makeScryptPasswordHasher(2 ** 4) },
    publicUrl: null,
    originalsAt: null,
    ...own,
  };
  const app = makeConsole(deps);
  const as = (...roles: Role[]) => signedIn(app, deps, aStaffMember(roles));
  return { app: as('reviewer'), as, console: app, deps, records, files, drawn };
}

/** Somebody of the office; each combination of roles is one person. */
export function aStaffMember(roles: readonly Role[]): Staff {
  const staffId = staffIdSchema.parse(`staff_${roles.join('').padEnd(20, '0').slice(0, 32)}`);
  const title = roles.map((role) => `${role[0]?.toUpperCase()}${role.slice(1)}`).join(' and ');
  return { staffId, name: `Robin ${title}`, roles: [...roles], signInName: roles.join('-') };
}

function signedIn(app: ConsoleApp, deps: ConsoleDeps, staff: Staff): SignedIn {
  const begun = newSession(deps, staff.staffId);
  let isKept: Promise<unknown> | null = null;
  const keep = async () => {
    await addStaff(deps.records, staff);
    await deps.records.write([begun.write]);
  };
  const request = async (address: string, init: RequestInit = {}) => {
    isKept ??= keep().catch(() => undefined);
    await isKept;
    const asked = new Request(new URL(address, host), init);
    asked.headers.set('cookie', `__Host-desk=${begun.secret}`);
    return app.fetch(asked);
  };
  return {
    staff,
    request,
    fetch: (asked) => {
      const withCookie = new Request(asked);
      withCookie.headers.set('cookie', `__Host-desk=${begun.secret}`);
      isKept ??= keep();
      return isKept.then(() => app.fetch(withCookie));
    },
    sealed: (words) => `?words=${sealWords(begun.session, words)}`,
    post: (address, fields = {}) => {
      const body = new URLSearchParams({ formKey: begun.session.formKey, ...fields });
      return request(address, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
    },
  };
}

export async function pageText(desk: { app: Pick<SignedIn, 'request'> }, address: string): Promise<string> {
  return (await desk.app.request(address)).text();
}
