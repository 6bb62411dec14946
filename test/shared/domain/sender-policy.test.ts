import { describe, expect, it, test } from 'vitest';
import { authenticationOf, checkWordOf, notChecked, senderStanding } from '#shared/domain/sender-check.ts';
import { type SenderFacts, senderPolicy } from '#shared/domain/sender-policy.ts';

const proved: SenderFacts = {
  authentication: 'pass',
  policy: 'reject',
  found: null,
  isOnFile: true,
  claimsAnother: false,
  isAutomatic: false,
};
const failed = { ...proved, authentication: 'fail' as const };
const unproved = { ...proved, authentication: 'unknown' as const };

function everySender(): SenderFacts[] {
  const both = [true, false];
  const of = <Given, Value>(given: Given[], values: readonly Value[], set: (one: Given, value: Value) => SenderFacts) =>
    given.flatMap((one) => values.map((value) => set(one, value)));
  let all: SenderFacts[] = [proved];
  all = of(all, ['pass', 'fail', 'unknown'] as const, (one, authentication) => ({ ...one, authentication }));
  all = of(all, [null, 'none', 'quarantine', 'reject'] as const, (one, policy) => ({ ...one, policy }));
  all = of(all, [null, 'virus', 'spam'] as const, (one, found) => ({ ...one, found }));
  all = of(all, both, (one, isOnFile) => ({ ...one, isOnFile }));
  all = of(all, both, (one, claimsAnother) => ({ ...one, claimsAnother }));
  return of(all, both, (one, isAutomatic) => ({ ...one, isAutomatic }));
}

describe('how far a mail is trusted, row by row', () => {
  test.each<[string, SenderFacts, [string, string, string, string]]>([
    ['a virus', { ...proved, found: 'virus' }, ['quarantine', 'no', 'no', 'no']],
    ['what is held for spam', { ...proved, found: 'spam' }, ['review', 'no', 'no', 'no']],
    ['a fail whose domain asks for refusal', failed, ['review', 'no', 'no', 'no']],
    ['a fail whose domain asks for quarantine', { ...failed, policy: 'quarantine' }, ['review', 'no', 'no', 'no']],
    ['a fail of which nobody told what the domain asks', { ...failed, policy: null }, ['review', 'no', 'no', 'no']],
    ['a fail whose domain asks for nothing', { ...failed, policy: 'none' }, ['yes', 'propose', 'no', 'neutral']],
    ['no verdict, from an address on file', unproved, ['yes', 'propose', 'no', 'neutral']],
    ['no verdict, from anybody else', { ...unproved, isOnFile: false }, ['yes', 'propose', 'no', 'no']],
    ['no verdict, from a program', { ...unproved, isAutomatic: true }, ['yes', 'propose', 'no', 'no']],
    ['a pass of an unknown address', { ...proved, isOnFile: false }, ['yes', 'propose', 'no', 'neutral']],
    ['a pass of the address on file', proved, ['yes', 'yes', 'after-confirmation', 'full']],
    [
      'a pass of a new address that claims somebody of the roster',
      { ...proved, isOnFile: false, claimsAnother: true },
      ['yes', 'propose', 'no', 'neutral'],
    ],
    [
      'a pass of somebody on file in the name of somebody else',
      { ...proved, claimsAnother: true },
      ['yes', 'propose', 'no', 'neutral'],
    ],
    ['a program at an address on file', { ...proved, isAutomatic: true }, ['yes', 'yes', 'after-confirmation', 'no']],
  ])('%s', (_what, facts, [file, link, change, answer]) => {
    expect(senderPolicy(facts)).toMatchObject({ file, link, change, answer });
  });

  it('lets nobody into a record, and changes nothing, without a literal pass of the address on file', () => {
    for (const facts of everySender()) {
      const { authentication, isOnFile, claimsAnother, found, isAutomatic } = facts;
      const row = senderPolicy(facts);
      const isTrusted = authentication === 'pass' && isOnFile && !claimsAnother && found === null;
      expect([row.link === 'yes', row.change !== 'no', row.answer === 'full']).toEqual([
        isTrusted,
        isTrusted,
        isTrusted && !isAutomatic,
      ]);
    }
  });
});

describe('how far somebody is known by their mail', () => {
  const check = (dmarc: string) => ({ ...notChecked, dmarc: checkWordOf(dmarc) });
  const onFile = { isOnFile: true, isConfirmed: false };

  it('B147: anything but the literal pass proves nothing', () => {
    for (const word of ['fail', 'none', 'GRAY', 'PASS ', 'temperror', 'permerror', 'bestguesspass', '', 'passed'])
      expect(authenticationOf(check(word))).not.toBe('pass');
    expect(authenticationOf(check('pass'))).toBe('pass');
  });

  test.each([
    ['temperror', onFile, 'none'],
    ['fail', { isOnFile: true, isConfirmed: true }, 'none'],
    ['pass', { isOnFile: false, isConfirmed: false }, 'domain'],
    ['pass', onFile, 'address-on-file'],
    ['pass', { isOnFile: true, isConfirmed: true }, 'confirmed'],
  ])('%s with %o is %s', (dmarc, known, level) => {
    expect(senderStanding(check(dmarc), known).level).toBe(level);
  });
});
