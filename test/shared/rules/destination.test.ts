import { describe, expect, it } from 'vitest';
import { destinationOf, reportDirections, type SentForm } from '#shared/rules/destination.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const published = await programmeNamed('louisiana-rpss');
const addresses: Readonly<Record<string, string>> = {
  'training-application': 'peers@join.example',
  'family-training-application': 'families@join.example',
};

/** The same programme, had it published where forms go. */
const withAddresses: Programme = {
  ...published,
  applications: published.applications && {
    ...published.applications,
    places: published.applications.places.map((place) => ({
      ...place,
      address: addresses[place.paper] ?? place.address,
    })),
  },
};
/** Reports go to an address of their own. */
function withReportsAt(address: string): Programme {
  const { applications } = withAddresses;
  const places = applications?.places.map((place) => (place.paper === 'ce-report' ? { ...place, address } : place));
  return { ...withAddresses, applications: applications && { ...applications, places: places ?? [] } };
}
const sent = (own: Partial<SentForm> = {}): SentForm => ({
  kind: 'training-application',
  heading: null,
  recipients: [],
  ...own,
});
const whereIs = (own: Partial<SentForm>, programme = withAddresses) => destinationOf(programme, sent(own)).destination;

describe('where a form is meant to go', () => {
  it('is the place its instructions name, while no address is published', () => {
    const { destination, directions } = destinationOf(published, sent({ recipients: ['anything@office.example'] }));

    expect(destination).toBe('elsewhere');
    expect(directions).toEqual([expect.stringContaining('is meant for The Extra Mile Region IV. Please')]);
  });

  it('is here where it came to its own address, however that is written', () => {
    expect(destinationOf(withAddresses, sent({ recipients: ['x@y.example', ' Peers@Join.example'] }))).toEqual({
      destination: 'here',
      directions: [],
    });
  });

  it('is elsewhere for a family form at the peers’ address, and for any at the address for reports', () => {
    const family = { kind: 'family-training-application' as const };
    const { destination, directions } = destinationOf(
      withAddresses,
      sent({ ...family, recipients: ['peers@join.example'] }),
    );

    expect(destination).toBe('elsewhere');
    expect(directions).toEqual([expect.stringContaining('at families@join.example. Please')]);
    expect(whereIs({ recipients: [published.inbox] })).toBe('elsewhere');
  });

  it('is not known where it came by an alias that no page names, or by none', () => {
    expect(whereIs({ recipients: ['alias@office.example'] })).toBe('not-known');
    expect(whereIs({ recipients: [] })).toBe('not-known');
  });

  it.each([
    'State of Texas / Peer Specialist Training Application',
    'NORTH CAROLINA CERTIFIED PEER SUPPORT SPECIALIST APPLICATION',
    'NCPRSS Application / NAADAC',
    'West Virginia: Apply here',
  ])('is somebody else’s for the heading "%s"', (heading) => {
    expect(destinationOf(published, sent({ heading }))).toEqual({
      destination: 'somebody-else',
      directions: [expect.stringContaining('names another office than ours')],
    });
  });

  it.each([
    'Louisiana Recognized Peer Support Specialist / Training Application',
    'Training Application',
    'Washington Parish Human Services / Training Application',
    'Texas Street Center / Training Application',
    'OBH and the Mississippi Training Alliance / Application',
    'Application for Kansasville residents',
  ])('is not somebody else’s for the heading "%s"', (heading) => {
    expect(whereIs({ heading }, published)).toBe('elsewhere');
  });

  it('is not known for a paper that no page gives a place, nor where nothing is said of this inbox', () => {
    expect(whereIs({ kind: 'certificate', recipients: ['peers@join.example'] })).toBe('not-known');
    expect(whereIs({ kind: 'certificate' }, published)).toBe('not-known');
    const conditions = { ...published.conditions, channels: [] };
    expect(whereIs({}, { ...published, conditions })).toBe('not-known');
    const channels = [{ way: 'application to this inbox', isTaken: true }];
    expect(whereIs({}, { ...published, conditions: { ...conditions, channels } })).toBe('here');
  });

  it('is told by the office’s own address however the programme writes it', () => {
    const loud = { ...withAddresses, inbox: withAddresses.inbox.toUpperCase() };
    expect(whereIs({ recipients: [published.inbox.toLowerCase()] }, loud)).toBe('elsewhere');
    const noReports = loud.applications && {
      ...loud.applications,
      places: loud.applications.places.filter(({ paper }) => paper !== 'ce-report'),
    };
    expect(whereIs({ recipients: [published.inbox.toLowerCase()] }, { ...loud, applications: noReports })).toBe(
      'elsewhere',
    );
  });

  it('takes a dot in another office’s name for a dot', () => {
    const programme = { ...published, otherCredentials: ['N.C.'] };
    expect(whereIs({ heading: 'N.C. Application' }, programme)).toBe('somebody-else');
    expect(whereIs({ heading: 'NACO Application' }, programme)).toBe('elsewhere');
  });

  it('is not asked where a programme takes no such forms', () => {
    expect(destinationOf({ ...published, applications: null }, sent({ heading: 'Texas' }))).toEqual({
      destination: 'not-known',
      directions: [],
    });
  });
});

describe('a yearly report', () => {
  it('that came only to an address for forms is told where the next one goes', () => {
    expect(reportDirections(withAddresses, [' PEERS@join.example '])).toContain(`send it to ${published.inbox}`);
  });

  it.each([
    ['came to the right address as well', withAddresses, ['peers@join.example', 'obh.peers.programs@la.gov']],
    ['came to an address for reports', withReportsAt('reports@office.example'), ['reports@office.example']],
    ['came by an alias', withAddresses, ['alias@office.example']],
    ['came where no address for forms is published', published, ['peers@join.example']],
    ['is for a programme without forms', { ...published, applications: null }, ['peers@join.example']],
  ])('that %s hears nothing of it', (_what, programme, recipients) => {
    expect(reportDirections(programme, recipients)).toBe('');
  });
});
