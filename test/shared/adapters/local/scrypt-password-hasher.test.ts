import { describe, expect, it } from 'vitest';
import { makeScryptPasswordHasher } from '#shared/adapters/local/scrypt-password-hasher.ts';

const password = 'four words no link between';
const quick = makeScryptPasswordHasher(2 ** 4);

describe('what is stored of a password', () => {
  it('lets only the same password in', async () => {
    const stored = await quick.hash(password);

    expect(await quick.isRight(password, stored)).toBe(true);
    for (const wrong of ['', `${password} `, password.toUpperCase(), stored])
      expect(await quick.isRight(wrong, stored)).toBe(false);
  });

  it('differs each time, and holds nothing of the password', async () => {
    const [one, other] = await Promise.all([quick.hash(password), quick.hash(password)]);

    expect(one).not.toBe(other);
    expect(one).not.toContain('four');
  });

  it('is right on a keyboard that writes the same letter otherwise', async () => {
    expect(await quick.isRight('pe\u0301rsona de apoyo', await quick.hash('p\u00e9rsona de apoyo'))).toBe(true);
  });

  it('stays right when the cost is raised later', async () => {
    const stored = await quick.hash(password);
    expect(await makeScryptPasswordHasher(2 ** 5).isRight(password, stored)).toBe(true);
  });

  it.each([null, '', 'scrypt$16$short$short', 'plain', password])('is never right for %j', async (stored) => {
    expect(await quick.isRight(password, stored)).toBe(false);
  });

  it('costs by default as much as OWASP asks of scrypt', async () => {
    expect(await makeScryptPasswordHasher().hash(password)).toMatch(/^scrypt\$131072\$/);
  });
});
