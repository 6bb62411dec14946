import { describe, expect, it } from 'vitest';
import { isFreshlyProven, isOver, isWorthNoting, type Session } from '#shared/domain/session.ts';
import { ann } from '#test/builders/staff.ts';

const start = '2026-12-06T08:00:00.000Z';
const session: Session = { staffId: ann, startedAt: start, seenAt: start, provenAt: start, formKey: 'abc' };

describe('a session at the desk', () => {
  it('ends half an hour after the last request', () => {
    expect(isOver(session, '2026-12-06T08:29:59.999Z')).toBe(false);
    expect(isOver(session, '2026-12-06T08:30:00.000Z')).toBe(true);
  });

  it('ends after twelve hours, however busy', () => {
    expect(isOver({ ...session, seenAt: '2026-12-06T19:59:00.000Z' }, '2026-12-06T19:59:59.999Z')).toBe(false);
    expect(isOver({ ...session, seenAt: '2026-12-06T19:59:00.000Z' }, '2026-12-06T20:00:00.000Z')).toBe(true);
  });

  it('is over when nobody can say since when', () => {
    expect(isOver({ ...session, seenAt: 'yesterday' }, start)).toBe(true);
    expect(isOver({ ...session, startedAt: 'yesterday' }, start)).toBe(true);
  });

  it('asks again who they are after ten minutes', () => {
    expect(isFreshlyProven(session, '2026-12-06T08:09:59.999Z')).toBe(true);
    expect(isFreshlyProven(session, '2026-12-06T08:10:00.000Z')).toBe(false);
  });

  it('notes a request once a minute', () => {
    expect(isWorthNoting(session, '2026-12-06T08:00:59.999Z')).toBe(false);
    expect(isWorthNoting(session, '2026-12-06T08:01:00.000Z')).toBe(true);
  });
});
