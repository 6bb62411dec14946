import { describe, expect, it } from 'vitest';
import type { ApprovedTraining } from '#shared/domain/approved-training.ts';
import { matchApproved } from '#shared/rules/approved-register.ts';

function anApproval(title: string, own: Partial<ApprovedTraining> = {}): ApprovedTraining {
  const year = { approvedFrom: '2026-01-01', approvedTo: '2026-12-31' };
  return { title, provider: 'Cypress Learning House', hours: '2', ethicsHours: '0', ...year, ...own };
}

const register = [
  anApproval('Listening with Care: A Peer Workshop'),
  anApproval('Peer Ethics, Part 1'),
  anApproval('Peer Ethics, Part 2'),
  anApproval('Recovery Cafés'),
  anApproval('Groups II', { provider: 'Bayou School' }),
];
const provider = 'Cypress Learning House';
const completedOn = '2026-05-01';
const match = (title: string, more: { provider?: string | null; completedOn?: string | null } = {}) =>
  matchApproved(register, { title, provider, completedOn, ...more });

describe('the register of approved trainings', () => {
  it('knows a training in other case, punctuation and accents', () => {
    expect(match('LISTENING WITH CARE - a peer workshop').match).toBe('exact');
    expect(match('Recovery Cafes').match).toBe('exact');
  });

  it('knows a provider with or without its company form', () => {
    expect(match('Recovery Cafés', { provider: 'The Cypress Learning House, LLC' }).match).toBe('exact');
  });

  it('finds a slip of the pen or a left-out subtitle likely, not exact', () => {
    expect(match('Lisening with Care: A Peer Workshop').match).toBe('likely');
    expect(match('Listening with Care').match).toBe('likely');
  });

  it('never takes part 1 for part 2, or II for III', () => {
    expect(match('Peer Ethics, Part 2').training?.title).toBe('Peer Ethics, Part 2');
    expect(match('Peer Ethics, Part 3').match).toBe('none');
    expect(match('Groups III', { provider: 'Bayou School' }).match).toBe('none');
  });

  it('does not match a training of another provider', () => {
    expect(match('Recovery Cafés', { provider: 'Somebody Else' }).match).toBe('none');
  });

  it('finds a training without a provider or a date likely only', () => {
    expect(match('Recovery Cafés', { provider: null }).match).toBe('likely');
    expect(match('Recovery Cafés', { completedOn: null }).match).toBe('likely');
  });

  it('holds on the first and the last day of the approval and not a day beyond', () => {
    expect(match('Recovery Cafés', { completedOn: '2026-01-01' }).match).toBe('exact');
    expect(match('Recovery Cafés', { completedOn: '2026-12-31' }).match).toBe('exact');
    expect(match('Recovery Cafés', { completedOn: '2025-12-31' }).match).toBe('outside');
    expect(match('Recovery Cafés', { completedOn: '2027-01-01' }).match).toBe('outside');
  });

  it('names the last approval of a training whose day lies outside of all of them', () => {
    const twice = [
      anApproval('Groups II', { approvedFrom: '2024-01-01', approvedTo: '2024-12-31' }),
      anApproval('Groups II', { approvedFrom: '2023-01-01', approvedTo: '2023-12-31' }),
    ];
    const found = matchApproved(twice, { title: 'Groups II', provider, completedOn });

    expect(found).toMatchObject({ match: 'outside', training: { approvedTo: '2024-12-31' } });
    expect(matchApproved(twice, { title: 'Groups III', provider, completedOn }).match).toBe('none');
  });

  it('does not choose between two lines that fit equally: a person does', () => {
    const twice = [anApproval('Working as Helpers'), anApproval('Walking as Helpers')];

    expect(matchApproved(twice, { title: 'Wolking as Helpers', provider, completedOn })).toEqual({ match: 'likely' });
  });

  it('does not choose between two approvals of one day that differ in hours; alike ones are one', () => {
    const [half, whole] = [anApproval('Groups II'), anApproval('Groups II', { approvedTo: '2027-06-30' })];
    const wanted = { title: 'Groups II', provider, completedOn };

    expect(matchApproved([half, { ...whole, hours: '3' }], wanted)).toEqual({ match: 'likely' });
    expect(matchApproved([half, { ...whole, ethicsHours: '1' }], wanted)).toEqual({ match: 'likely' });
    expect(matchApproved([half, whole], wanted)).toEqual({ match: 'exact', training: half });
  });

  it.each([
    ['other little words', 'Listening for Care in Groups', 'Listening with Care and Groups'],
    ['hours in brackets', 'Working as Helpers', 'Working as Helpers (3 CE hours)'],
    ['one word more', 'Helping Someone Plan Their Days', 'Helping Someone Plan Their Days Webinar'],
    ['words in another order', 'Planning Days and Weeks Together', 'Planning Weeks and Days Together'],
    ['a slip in a long one', 'Autumn Peer Days for Helpers', 'Autumn Peer Days for Helpars'],
  ])('finds a title with %s likely, never exact', (_what, approvedAs, printed) => {
    const found = matchApproved([anApproval(approvedAs)], { title: printed, provider, completedOn });

    expect(found).toMatchObject({ match: 'likely', training: { title: approvedAs } });
  });

  it.each([
    ['Supporting Peers at Work, Level One', 'Supporting Peers at Work, Level Two'],
    ['Supporting Peers at Work, Part 1', 'Supporting Peers at Work, Part 2'],
    ['Peer Work: Basic Skills for Helping', 'Peer Work: Advanced Skills for Helping'],
    ['Supporting Peers at Work 2025', 'Supporting Peers at Work 2026'],
    ['Groups', 'Support Groups for Families and Friends'],
  ])('never takes "%s" for "%s"', (approvedAs, printed) => {
    expect(matchApproved([anApproval(approvedAs)], { title: printed, provider, completedOn }).match).toBe('none');
  });

  it.each([
    ['its initials', 'Cypress Learning House', 'CLH'],
    ['initials before its place', 'National Alliance of Helpers Gulf', 'NAH Gulf'],
    ['a longer name', 'Cypress Learning House', 'Cypress Learning House Academy'],
    ['a slip', 'Cypress Learning House', 'Cypres Learning House'],
    ['no name on the register', '', 'Cypress Learning House'],
  ])('finds a provider by %s likely, never exact', (_what, known, printed) => {
    const line = anApproval('Recovery Cafés', { provider: known });

    expect(matchApproved([line], { title: 'Recovery Cafés', provider: printed, completedOn }).match).toBe('likely');
  });

  it.each([
    ['Cypress Learning House', 'Cypress'],
    ['Cypress Learning House', 'CLA'],
    ['Cypress Learning House', 'Bayou Learning House of Cypress'],
  ])('never takes the provider "%s" for "%s"', (known, printed) => {
    const line = anApproval('Recovery Cafés', { provider: known });

    expect(matchApproved([line], { title: 'Recovery Cafés', provider: printed, completedOn }).match).toBe('none');
  });

  it('does not match an empty title', () => {
    expect(match('').match).toBe('none');
    expect(match('???').match).toBe('none');
  });
});
