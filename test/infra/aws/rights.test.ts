import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LambdaName, type LambdaNeeds, lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import type { RowUse } from '#infra/aws/row-uses.ts';
import { aDeployment, templatesOf } from './a-deployment.ts';
import { type Permission, permissionsOfRoles } from './permission-table.ts';
import { rightsInCode } from './rights-in-code.ts';

const needs: Readonly<Record<LambdaName, LambdaNeeds>> = lambdaNeeds;
const names = Object.keys(lambdaNeeds);

/** In its code by way of a function that it shares with others, and never reached. */
const neverReached: Readonly<Record<string, readonly RowUse[]>> = {
  // a line of the queue is taken away while a mail is in work; this step is the one that ends the work
  'file-submission': ['remove'],
  // the mail service names a letter by our tag, from which nobody comes to all who have an address
  'note-bounces': ['index1'],
  // the list of all people is for the page on which somebody looks at an import first
  'load-registers': ['index2'],
  // the register of a packet is always a new one: no line of it is there before
  canary: ['remove'],
};

/**
 * Walked on one machine only. Textract is not here: what its second look asks for is counted by test/bench/packet-uses.ts.
 */
const notHere: ReadonlySet<string> = new Set([
  'read-fields textract:AnalyzeDocument',
  'read-fields s3:GetObject RecordBucket/document/*',
  // that nobody took the case meanwhile, where one is judged anew beside another: two mails of one person at work at once
  'apply-rules dynamodb:ConditionCheckItem RecordTable',
]);
const roleOf = (name: string) =>
  `${name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}Role`;
/** What a Lambda asks of these services is what the walks over moto write down. */
const watched = /^(?:dynamodb|s3|ses|states|textract):/;
/** These know no resource, or one that a server on this machine does not have: the action alone is compared. */
const byAction = /^(?:ses|states|textract):/;
const asOne = (action: string, resource: string) => (byAction.test(action) ? action : `${action} ${resource}`);

describe('what a Lambda may do to rows', () => {
  let inCode: Map<string, readonly RowUse[]>;
  beforeAll(async () => {
    inCode = await rightsInCode();
  });

  it('is what its code could do, whatever happens: nothing it might need is missing, nothing is granted for no code', () => {
    const granted = Object.entries(needs).map(([name, { rows }]) => [name, [...rows]]);
    const could = [...inCode].map(([name, uses]) => [name, uses.filter((use) => !neverReached[name]?.includes(use))]);

    expect(Object.fromEntries(could)).toEqual(Object.fromEntries(granted));
  });

  it('is to take away rows of named partitions only, by those few that take any away', () => {
    for (const [name, { rows, removesFrom, ownRows }] of Object.entries(needs)) {
      expect(rows.includes('remove'), name).toBe(removesFrom !== undefined || ownRows !== undefined);
      expect(removesFrom ?? [], name).not.toContain('*');
    }
    expect(Object.values(needs).filter(({ rows }) => rows.includes('remove')).length).toBeLessThan(names.length / 2);
  });
});

describe('what the Lambdas asked of AWS on their walks', () => {
  /** lines of test/infra/aws/asked: Lambda, action, resource, partition of what was taken away */
  const asked = globSync('test/infra/aws/asked/*.txt').flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')),
  );
  const ofRoles = permissionsOfRoles(Object.values(templatesOf(aDeployment('prod'))));
  const of = (name: string): Permission[] => ofRoles.filter(({ who }) => who === roleOf(name));

  it('is granted to each of them, every line of it', () => {
    const without = asked.filter(([name = '', action = '', resource = '']) => {
      const granted = new Set(of(name).map((one) => asOne(one.action, one.resource)));
      return !granted.has(asOne(action, resource));
    });

    expect(asked.length).toBeGreaterThan(100);
    expect(without).toEqual([]);
  });

  it('is all that they are granted: no right is there that no walk has a use for', () => {
    const unused = names.flatMap((name) => {
      const uses = new Set(
        asked.filter(([who]) => who === name).map(([, action = '', resource = '']) => asOne(action, resource)),
      );
      const granted = of(name).filter(({ action }) => watched.test(action));
      return [...new Set(granted.map(({ action, resource }) => asOne(action, resource)))]
        .filter((right) => !uses.has(right) && !isForTheSakeOf(right))
        .map((right) => `${name} ${right}`)
        .filter((line) => !notHere.has(line));
    });

    expect(unused).toEqual([]);
  });

  it('took rows away from those partitions alone that the role names', () => {
    for (const [name = '', , , partition] of asked.filter(([, , , from]) => from !== undefined))
      expect(partitionsOf(nameOf(name)).map(beginning), name).toContain(beginning(partition ?? ''));
  });
});

/** As the walks write a partition down. */
const beginning = (partition: string) => (partition.includes('#') ? `${partition.split('#')[0]}#*` : partition);
const nameOf = (text: string): LambdaName => {
  for (const name of Object.keys(lambdaNeeds)) if (name === text && isName(name)) return name;
  throw new Error(`There is no Lambda ${text}`);
};
const partitionsOf = (name: LambdaName) => {
  const { removesFrom = [], ownRows } = needs[name];
  return ownRows === undefined ? removesFrom : [`${ownRows}*`];
};
const isName = (text: string): text is LambdaName => text in lambdaNeeds;

/** Rights that show in no call of their own. */
function isForTheSakeOf(right: string): boolean {
  return (
    // without it S3 calls a missing file "forbidden", and a step would wait for it instead of giving up
    right.startsWith('s3:ListBucket ') ||
    // by which name AWS asks when the mail that is sent is already written out
    right === 'ses:SendRawEmail' ||
    // what the head of a version says of its lock, S3 leaves out for those who may not ask
    /^s3:GetObject(?:Retention|LegalHold) /.test(right)
  );
}
