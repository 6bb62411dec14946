import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleLambdas } from '#infra/aws/bundle-lambdas.ts';
import { type LambdaNeeds, lambdaNeeds } from '#infra/aws/lambda-needs.ts';
import { networkGateways, networkServices } from '#infra/aws/network-services.ts';

const startBytesMax = 700_000;
/** The desk is one app of some ninety pages, and no step of a mail waits for it. */
const consoleBytesMax = 1_300_000;
const bytesInAllMax = 1_500_000;

/** What each function asks of AWS. A client that is not named here is code that nobody uses, or a permission nobody reviewed. */
const clientsOf: Record<string, string> = {
  'apply-rules': 'dynamodb',
  canary: 'dynamodb sesv2',
  'carry-out-disposals': 'dynamodb s3',
  console: 'dynamodb s3 sfn',
  'file-submission': 'dynamodb',
  'leave-file-unread': 'dynamodb',
  'load-registers': 'dynamodb s3',
  'match-person': 'dynamodb',
  'note-bounces': 'dynamodb',
  originals: 'dynamodb s3',
  'open-mail': 'dynamodb s3',
  'open-review': 'dynamodb',
  'propose-disposal': 'dynamodb',
  'read-fields': 'dynamodb s3 textract',
  'read-text': 'dynamodb s3 textract',
  receive: 'dynamodb s3 sfn sqs',
  'seal-audit': 'dynamodb s3',
  'send-waiting': 'dynamodb sesv2',
  'set-aside': 'dynamodb',
  'settle-decision': 'dynamodb',
  'sort-documents': 'dynamodb s3',
  'start-decisions': 'dynamodb sfn',
  'sweep-plan': 'dynamodb',
  'sweep-report': 'dynamodb',
  'sweep-segment': 'dynamodb',
  'tell-sender': 'dynamodb sesv2',
  watch: 'dynamodb s3 sfn sqs',
};

const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
let bundles: Bundle[] = [];

beforeAll(async () => {
  bundles = await bundleLambdas(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the bundles of the Lambdas', () => {
  it('are as many as the deployment names', () => {
    expect(bundles.map(({ name }) => name).sort()).toEqual(Object.keys(lambdaNeeds).sort());
  });

  it('read at most 700 kB at the start, the desk 1.3 MB, so that a cold start stays short', () => {
    const tooLarge = bundles.filter(
      ({ name, bytes }) => bytes > (name === 'console' ? consoleBytesMax : startBytesMax),
    );

    expect(tooLarge).toEqual([]);
  });

  it('have at most one and a half megabytes of code, with what is read when it is first asked for', () => {
    expect(bundles.filter(({ bytesInAll }) => bytesInAll > bytesInAllMax)).toEqual([]);
    expect(bundles.some(({ bytes, bytesInAll }) => bytesInAll > bytes)).toBe(true);
  });

  it('hold no client of AWS that the function does not use', () => {
    expect(Object.fromEntries(bundles.map(({ name, clients }) => [name, clients.join(' ')]))).toEqual(clientsOf);
  });

  it('call no service to which a network of our own would not lead', () => {
    const inside: [string, LambdaNeeds][] = Object.entries(lambdaNeeds);
    const called = inside.flatMap(([name, { callsOutside }]) =>
      callsOutside === true ? [] : (clientsOf[name] ?? 'not listed').split(' '),
    );

    const reached = new Set<string>([...Object.keys(networkServices), ...networkGateways]);
    expect([...new Set(called)].sort()).toEqual([...reached].sort());
  });

  it('need no package beside them', () => {
    const known = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    const foreign = bundles.flatMap(({ name }) => {
      const files = [join(folder, name, 'index.mjs'), ...globSync(join(folder, name, 'later', '*.mjs'))];
      const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
      const asked = [...text.matchAll(/(?:^|[;}\n])import(?:[\w*${},\s]{0,2000}from)?\s?"([^"]+)"/g)];
      return asked.map(([, module = '']) => module).filter((module) => !known.has(module));
    });

    expect(foreign).toEqual([]);
  });
});
