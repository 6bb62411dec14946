import { type RouteName, routeNames, routeOf, type routeTable } from '#functions/console/route-table.ts';
import { ruleAddress } from '#functions/console/rule-address.ts';
import { ethics, inShadow } from '#test/functions/console/rules-desk.ts';
import type { WholeDesk } from './whole-desk.ts';

/** What answers with no page of ours: files, pictures, ways to elsewhere. */
type NoPage =
  | 'health'
  | 'asset'
  | 'toProvider'
  | 'fromProvider'
  | 'picture'
  | 'applicationsCsv'
  | 'verification'
  | 'evidence'
  | 'original'
  | 'rawMail'
  | 'handbookStyle'
  | 'yearFile'
  // leads to the year that it is
  | 'years'
  | 'yearRound'
  | 'beingRead';
type Get = { [Name in RouteName]: (typeof routeTable)[Name]['method'] extends 'GET' ? Name : never }[RouteName];

/** `name` is what its picture is called: `case`, `case-2`. `isBeforeSignIn`: seen by who is not signed in yet. */
export type SomePage = { name: string; path: string; isBeforeSignIn: boolean };

/** Addresses for every route of the table that shows a page: a new one does not compile until it has one here. */
export function everyPage({ at, everybody }: WholeDesk): SomePage[] {
  const paths: Record<Exclude<Get, NoPage>, readonly string[]> = {
    // before its case is opened: then it is not blind any more
    blind: ['/blind'],
    blindCase: [at.blind],
    queue: ['/', '/?view=all', '/?view=waiting-for-sender', '/?view=accepted', '/?view=in-progress&late=yes'],
    search: [`/search${everybody.sealed('fontenot')}`],
    decided: ['/decided'],
    // to be taken, in one's own hands, about several people, and of one of them
    case: [at.case, at.ownCase, at.split, at.item],
    history: [`${at.case}/history`],
    papers: [`${at.ownCase}/papers`],
    keys: ['/keys'],
    applications: ['/applications'],
    people: ['/people'],
    // with a letter; past a deadline, with a proposal, and without one
    person: [
      at.letter,
      '/people/RPSS-0101',
      '/people/RPSS-0177',
      '/people/RPSS-0177?round=2025&who=RPSS-0101&who=RPSS-0177',
    ],
    sweep: ['/sweep', '/sweep?of=past-deadline-unresolved'],
    sweepDay: ['/sweep/2026-11-22'],
    trainings: ['/trainings'],
    chooseImport: ['/imports/roster'],
    import: [at.import],
    numbers: ['/numbers'],
    watch: ['/watch'],
    retention: ['/retention'],
    tonight: ['/sweep/tonight'],
    year: ['/years/2026', '/years/2026?seed=a+lottery'],
    audit: ['/audit'],
    quarantine: ['/quarantine'],
    accounts: ['/accounts'],
    outbox: ['/outbox'],
    rules: ['/rules'],
    whatWouldChange: ['/rules/what-would-change?folder=four-hours'],
    handbook: ['/rules/handbook'],
    rule: [ruleAddress(ethics), ruleAddress(inShadow)],
    signIn: ['/sign-in'],
    link: [at.link],
    signedOut: ['/signed-out'],
    prove: ['/prove'],
  };
  return Object.entries(paths).flatMap(([route, all]) =>
    all.map((path, index) => {
      const name = `${inKebab(route)}${index === 0 ? '' : `-${index + 1}`}`;
      return { name, path, isBeforeSignIn: routeNames.some((one) => one === route && routeOf(one).may === 'anybody') };
    }),
  );
}

const inKebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
