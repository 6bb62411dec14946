import type { Role } from '#shared/domain/staff.ts';

/**
 * Every route of the console, in one place: who may, and what it is about. `app.ts` mounts from this table and from nothing
 * else, so a route without a row cannot exist, and the test of roles is made from it. README.md beside says how to add one.
 */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** anybody: before sign-in; staff: whoever is signed in */
  readonly may: 'anybody' | 'staff' | readonly Role[];
  /** what its address names. Of a case the guard knows before the handler runs that there is one: else 404. */
  readonly object: 'none' | 'case' | 'person' | 'rule' | 'staff' | 'file-of-the-desk' | 'link';
  /** true: who asks must have proved within ten minutes who they are (accounts, exports) */
  readonly freshlyProven?: true;
  /** asked by an open page by itself, such as its heartbeat: keeps nobody signed in who went away */
  readonly asksByItself?: true;
  /** a form larger than a page of typing, such as a register to import */
  readonly bodyBytesMax?: number;
};

const casework = ['reviewer', 'supervisor'] as const;

export const routeTable = {
  health: { method: 'GET', path: '/health', may: 'anybody', object: 'none' },
  asset: { method: 'GET', path: '/assets/*', may: 'anybody', object: 'file-of-the-desk' },

  signIn: { method: 'GET', path: '/sign-in', may: 'anybody', object: 'none' },
  sendSignIn: { method: 'POST', path: '/sign-in', may: 'anybody', object: 'none' },
  toProvider: { method: 'GET', path: '/sign-in/provider', may: 'anybody', object: 'none' },
  fromProvider: { method: 'GET', path: '/signed-in', may: 'anybody', object: 'none' },
  link: { method: 'GET', path: '/link/:secret', may: 'anybody', object: 'link' },
  useLink: { method: 'POST', path: '/link/:secret', may: 'anybody', object: 'link' },
  signOut: { method: 'POST', path: '/sign-out', may: 'staff', object: 'none' },
  signedOut: { method: 'GET', path: '/signed-out', may: 'anybody', object: 'none' },
  prove: { method: 'GET', path: '/prove', may: 'staff', object: 'none' },
  sendProof: { method: 'POST', path: '/prove', may: 'staff', object: 'none' },

  queue: { method: 'GET', path: '/', may: casework, object: 'none' },
  next: { method: 'POST', path: '/next', may: casework, object: 'none' },
  search: { method: 'GET', path: '/search', may: casework, object: 'none' },
  // names that are typed stand in no address: the form leads to one that holds them sealed
  sendSearch: { method: 'POST', path: '/search', may: casework, object: 'none' },
  decided: { method: 'GET', path: '/decided', may: casework, object: 'none' },
  keepView: { method: 'POST', path: '/views', may: casework, object: 'none' },
  removeView: { method: 'POST', path: '/views/remove', may: casework, object: 'none' },
  case: { method: 'GET', path: '/cases/:reference', may: casework, object: 'case' },
  saveCase: { method: 'POST', path: '/cases/:reference/corrections', may: casework, object: 'case' },
  whatIf: { method: 'POST', path: '/cases/:reference/what-if', may: casework, object: 'case' },
  claim: { method: 'POST', path: '/cases/:reference/claim', may: casework, object: 'case' },
  release: { method: 'POST', path: '/cases/:reference/release', may: casework, object: 'case' },
  handOver: { method: 'POST', path: '/cases/:reference/hand-over', may: casework, object: 'case' },
  stillHere: {
    method: 'POST',
    path: '/cases/:reference/still-here',
    may: casework,
    object: 'case',
    asksByItself: true,
  },
  // which pages of a file are which paper; reading them again by another run of the machine
  papers: { method: 'GET', path: '/cases/:reference/papers', may: casework, object: 'case' },
  readAgain: { method: 'POST', path: '/cases/:reference/papers', may: casework, object: 'case' },
  beingRead: {
    method: 'GET',
    path: '/cases/:reference/being-read',
    may: casework,
    object: 'case',
    asksByItself: true,
  },
  topic: { method: 'POST', path: '/cases/:reference/topic', may: casework, object: 'case' },
  decide: { method: 'POST', path: '/cases/:reference/decisions', may: casework, object: 'case' },
  undo: { method: 'POST', path: '/cases/:reference/decisions/:number{[0-9]{1,3}}/undo', may: casework, object: 'case' },
  confirm: {
    method: 'POST',
    path: '/cases/:reference/decisions/:number{[0-9]{1,3}}/confirm',
    may: casework,
    object: 'case',
  },
  refuse: {
    method: 'POST',
    path: '/cases/:reference/decisions/:number{[0-9]{1,3}}/refuse',
    may: casework,
    object: 'case',
  },
  // a mail that brought the case back does not belong to it
  setApart: {
    method: 'POST',
    path: '/cases/:reference/replies/:reply{sub_[0-9a-z]+}/apart',
    may: casework,
    object: 'case',
  },
  // one that was set apart belongs to it after all
  joinAgain: {
    method: 'POST',
    path: '/cases/:reference/replies/:reply{sub_[0-9a-z]+}/join',
    may: casework,
    object: 'case',
  },
  reopen: { method: 'POST', path: '/cases/:reference/reopen', may: ['supervisor'], object: 'case' },
  keys: { method: 'GET', path: '/keys', may: 'staff', object: 'none' },
  picture: {
    method: 'GET',
    path: '/cases/:reference/files/:fileId{file_[0-9]{4}}/pages/:name{[0-9]{1,4}\\.png}',
    may: casework,
    object: 'case',
  },
  applications: { method: 'GET', path: '/applications', may: casework, object: 'none' },
  applicationsCsv: {
    method: 'GET',
    path: '/applications.csv',
    may: ['supervisor'],
    object: 'none',
    freshlyProven: true,
  },
  people: { method: 'GET', path: '/people', may: casework, object: 'none' },
  findPeople: { method: 'POST', path: '/people', may: casework, object: 'none' },
  person: { method: 'GET', path: '/people/:specialistId', may: casework, object: 'person' },
  resolveStanding: {
    method: 'POST',
    path: '/people/:specialistId/standings/:year{[0-9]{4}}',
    may: ['supervisor'],
    object: 'person',
  },
  // the office's own words for the letter about it, written into the form; keeps nothing
  draftPeriodLetter: {
    method: 'POST',
    path: '/people/:specialistId/standings/:year{[0-9]{4}}/letter',
    may: ['supervisor'],
    object: 'person',
  },
  agreeToStanding: {
    method: 'POST',
    path: '/people/:specialistId/standings/:year{[0-9]{4}}/:number{[0-9]{1,3}}/agree',
    may: ['supervisor'],
    object: 'person',
  },
  refuseStanding: {
    method: 'POST',
    path: '/people/:specialistId/standings/:year{[0-9]{4}}/:number{[0-9]{1,3}}/refuse',
    may: ['supervisor'],
    object: 'person',
  },
  makeVerification: { method: 'POST', path: '/people/:specialistId/letters', may: casework, object: 'person' },
  secondVerification: {
    method: 'POST',
    path: '/people/:specialistId/letters/:code{V-[0-9A-Z]{5}-[0-9A-Z]{5}}/agree',
    may: casework,
    object: 'person',
    freshlyProven: true,
  },
  verification: {
    method: 'GET',
    path: '/people/:specialistId/letters/:code{V-[0-9A-Z]{5}-[0-9A-Z]{5}}',
    may: casework,
    object: 'person',
    freshlyProven: true,
  },
  // an address that takes no reminders, or somebody who asked for none: what a person says of it
  identityChange: {
    method: 'POST',
    path: '/people/:specialistId/changes/:changeId{[0-9a-f]{12}}',
    may: casework,
    object: 'person',
    freshlyProven: true,
  },
  answerMail: { method: 'POST', path: '/people/:specialistId/mail', may: casework, object: 'person' },
  tonight: { method: 'GET', path: '/sweep/tonight', may: casework, object: 'none' },
  // who is at risk, past the deadline or in review, as the last night found it; and what a night changed
  sweep: { method: 'GET', path: '/sweep', may: casework, object: 'none' },
  sweepDay: { method: 'GET', path: '/sweep/:day{[0-9]{4}-[0-9]{2}-[0-9]{2}}', may: casework, object: 'none' },
  trainings: { method: 'GET', path: '/trainings', may: casework, object: 'none' },
  addTraining: { method: 'POST', path: '/trainings', may: ['supervisor'], object: 'none' },
  retireTraining: { method: 'POST', path: '/trainings/end', may: ['supervisor'], object: 'none' },
  chooseImport: { method: 'GET', path: '/imports/:register', may: ['supervisor'], object: 'none' },
  sendImport: {
    method: 'POST',
    path: '/imports/:register',
    may: ['supervisor'],
    object: 'none',
    bodyBytesMax: 5_000_000,
  },
  import: { method: 'GET', path: '/imports/:register/:sha256', may: ['supervisor'], object: 'none' },
  applyImport: { method: 'POST', path: '/imports/:register/:sha256', may: ['supervisor'], object: 'none' },
  history: { method: 'GET', path: '/cases/:reference/history', may: ['auditor', 'supervisor'], object: 'case' },
  evidence: {
    method: 'GET',
    path: '/cases/:reference/evidence.zip',
    may: ['supervisor'],
    object: 'case',
    freshlyProven: true,
  },
  original: {
    method: 'GET',
    path: '/originals/:reference/:fileId{file_[0-9]{4}}',
    may: ['reviewer', 'supervisor', 'security'],
    object: 'case',
  },
  rawMail: {
    method: 'GET',
    path: '/originals/:reference/mail.eml',
    may: ['supervisor', 'security'],
    object: 'case',
  },
  numbers: { method: 'GET', path: '/numbers', may: [...casework, 'auditor'], object: 'none' },
  watch: { method: 'GET', path: '/watch', may: [...casework, 'auditor', 'security', 'admin'], object: 'none' },
  // what is destroyed after its period, what is kept from it, and the log of what is gone
  retention: { method: 'GET', path: '/retention', may: ['supervisor', 'auditor'], object: 'none' },
  answerRetention: { method: 'POST', path: '/retention', may: ['supervisor'], object: 'none', freshlyProven: true },
  years: { method: 'GET', path: '/years', may: ['supervisor', 'auditor'], object: 'none' },
  year: { method: 'GET', path: '/years/:year{20[0-9]{2}}', may: ['supervisor', 'auditor'], object: 'none' },
  // leads to the first of the people chosen from its list
  yearRound: { method: 'GET', path: '/years/:year{20[0-9]{2}}/round', may: ['supervisor'], object: 'none' },
  yearFile: {
    method: 'GET',
    path: '/years/:year{20[0-9]{2}}/:file{[a-z-]+\\.(?:pdf|xlsx|csv)}',
    may: ['supervisor', 'auditor'],
    object: 'none',
    freshlyProven: true,
  },
  // accepted cases that are judged once more by somebody who does not see what the machine made of them
  blind: { method: 'GET', path: '/blind', may: casework, object: 'none' },
  blindCase: { method: 'GET', path: '/blind/:reference', may: casework, object: 'case' },
  answerBlind: { method: 'POST', path: '/blind/:reference', may: casework, object: 'case' },
  audit: { method: 'GET', path: '/audit', may: ['auditor', 'supervisor'], object: 'none' },
  quarantine: { method: 'GET', path: '/quarantine', may: ['security'], object: 'none' },
  // released to be read, or let go of; two people of security
  answerQuarantine: { method: 'POST', path: '/quarantine', may: ['security'], object: 'none', freshlyProven: true },
  accounts: { method: 'GET', path: '/accounts', may: ['admin'], object: 'none', freshlyProven: true },
  addAccount: { method: 'POST', path: '/accounts', may: ['admin'], object: 'none', freshlyProven: true },
  giveRoles: { method: 'POST', path: '/accounts/:staffId/roles', may: ['admin'], object: 'staff', freshlyProven: true },
  renewLink: { method: 'POST', path: '/accounts/:staffId/link', may: ['admin'], object: 'staff', freshlyProven: true },
  closeAccount: {
    method: 'POST',
    path: '/accounts/:staffId/close',
    may: ['admin'],
    object: 'staff',
    freshlyProven: true,
  },
  outbox: { method: 'GET', path: '/outbox', may: casework, object: 'none' },
  rules: { method: 'GET', path: '/rules', may: 'staff', object: 'none' },
  whatWouldChange: { method: 'GET', path: '/rules/what-would-change', may: [...casework, 'auditor'], object: 'none' },
  handbook: { method: 'GET', path: '/rules/handbook', may: 'staff', object: 'none' },
  handbookStyle: { method: 'GET', path: '/rules/handbook.css', may: 'staff', object: 'file-of-the-desk' },
  // after the three above: it answers for everything else below /rules
  rule: { method: 'GET', path: '/rules/*', may: 'staff', object: 'rule' },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routeTable;
export const routeNames = Object.keys(routeTable).filter((name): name is RouteName => name in routeTable);
/** One row as any row: without what only some have spelled out. */
export const routeOf = (name: RouteName): Route => routeTable[name];

export function mayOpen(roles: readonly Role[] | null, name: RouteName): boolean {
  const { may } = routeOf(name);
  if (may === 'anybody') return true;
  if (roles === null) return false;
  return may === 'staff' || may.some((role) => roles.includes(role));
}

/** The first page somebody with these roles may open: where sign-in leads. */
export function homeOf(roles: readonly Role[]): string {
  const homes = ['queue', 'audit', 'quarantine', 'accounts', 'rules'] as const;
  return routeTable[homes.find((name) => mayOpen(roles, name)) ?? 'rules'].path;
}
