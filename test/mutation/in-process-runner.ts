import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core';
import { PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { z } from 'zod';
import type { CollectedTest } from './collected-tests.ts';
import { whyIgnored } from './shapes.ts';
import { testFiles } from './what-is-tried.ts';

const standIn = new URL('./collected-tests.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' && context.parentURL !== standIn
      ? { url: standIn, shortCircuit: true }
      : next(specifier, context),
});
const { testsOf } = await import('./collected-tests.ts');

// the same few examples for every mutant, and no search for the smallest one: that it fails is all we ask
fc.configureGlobal({ seed: 20_260_101, endOnFailure: true, numRuns: 30 });

/** How long each test file took, for the processes that come after the first. */
const times = 'times.json';
const timesSchema = z.record(z.string(), z.number());

/** What the mutated code reads and writes. */
type Told = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
};

const loading = (path: string) => `${path}#is loaded`;

/**
 * Runs the tests of rules and domain in this process. Loading a test file is itself a test here: many read the pages of a
 * programme then, and what reads pages is tried by loading the file again, not by a new process.
 */
class InProcessRunner implements TestRunner {
  readonly #stryker: Told = {};
  readonly #loaded = new Map<string, CollectedTest[]>();
  readonly #took = new Map<string, number>();
  /** Which test files noticed mistakes in a file of the product, and how many: they are asked first about the next one. */
  readonly #noticed = new Map<string, Map<string, number>>();
  #loads = 0;
  #isProductLoaded = false;
  #isUsed = false;

  /** What is loaded once can only be tried in a new process, which Stryker then starts. */
  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: this.#stryker });
    const known = existsSync(times) ? timesSchema.parse(JSON.parse(readFileSync(times, 'utf8'))) : {};
    for (const [path, took] of Object.entries(known)) this.#took.set(path, took);
  }

  async dryRun(): Promise<DryRunResult> {
    await this.#loadProduct();
    const tests: TestResult[] = [];
    for (const path of testFiles()) {
      const results = await this.#runFile(path, () => true);
      this.#took.set(
        path,
        results.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0),
      );
      tests.push(...results);
    }
    writeFileSync(times, JSON.stringify(Object.fromEntries(this.#took)));
    const mutantCoverage = this.#stryker.mutantCoverage;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage ? { mutantCoverage } : {}) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, mutantActivation } = options;
    // Stryker waits for a hundred times as many rounds as all tests need together; ten times is endless enough
    const hitLimit = options.hitLimit === undefined ? undefined : Math.ceil(options.hitLimit / 10);
    this.#stryker.hitLimit = hitLimit;
    this.#stryker.hitCount = 0;
    this.#stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const broken = await this.#loadProduct().then(() => null, String);
    this.#stryker.activeMutant = activeMutant.id;
    const tests: TestResult[] =
      broken === null
        ? await this.#runUntilOneFails(testFilter, activeMutant.fileName)
        : [failed('the product is loaded', broken, 0)];
    this.#stryker.activeMutant = undefined;
    const tooLong = determineHitLimitReached(this.#stryker.hitCount, hitLimit);
    if (mutantActivation === 'runtime') await this.#refuseWhenSpoilt(tests.at(-1));
    this.#isUsed = true;
    return toMutantRunResult(tooLong ?? { status: DryRunStatus.Complete, tests });
  }

  /**
   * A mutant may leave something wrong behind in this process, such as a time zone's format that is kept. A test that fails
   * without its mutant too says so: Stryker then tries the mutant again in a new process, where it is the first.
   */
  async #refuseWhenSpoilt(last: TestResult | undefined): Promise<void> {
    if (last?.status !== TestStatus.Failed || !this.#isUsed) return;
    const path = testFiles().find((each) => last.id.startsWith(`${each}#`)) ?? '';
    const again = await this.#runFile(path, (id) => id === last.id, true);
    if (again.at(-1)?.status === TestStatus.Failed) throw new Error(`spoilt by an earlier mutant: ${last.id}`);
  }

  async #runUntilOneFails(filter: readonly string[] | undefined, mutated: string): Promise<TestResult[]> {
    const wanted = filter && new Set(filter);
    const again = (path: string) => wanted?.has(loading(path)) === true;
    const noticed = this.#noticed.get(mutated) ?? new Map<string, number>();
    this.#noticed.set(mutated, noticed);
    const order = (path: string) => [
      -(noticed.get(path) ?? 0),
      isNamedAfter(path, mutated) ? 0 : 1,
      again(path) ? 1 : 0,
      this.#took.get(path) ?? 0,
    ];
    const paths = testFiles()
      .filter((path) => !filter || filter.some((id) => id.startsWith(`${path}#`)))
      .map((path) => ({ path, order: order(path) }))
      .sort((a, b) => firstDifference(a.order, b.order));
    const results: TestResult[] = [];
    for (const { path } of paths) {
      if (again(path)) this.#loaded.delete(path);
      const isWanted = (id: string) => wanted === undefined || again(path) || wanted.has(id);
      results.push(...(await this.#runFile(path, isWanted, true)));
      if (again(path)) this.#loaded.delete(path);
      if (results.at(-1)?.status !== TestStatus.Failed) continue;
      noticed.set(path, (noticed.get(path) ?? 0) + 1);
      break;
    }
    return results;
  }

  async #loadProduct(): Promise<void> {
    if (this.#isProductLoaded) return;
    this.#isProductLoaded = true;
    for (const path of globSync(['shared/rules/**/*.ts', 'shared/domain/**/*.ts']))
      await import(pathToFileURL(join(process.cwd(), path)).href);
  }

  async #runFile(path: string, isWanted: (id: string) => boolean, untilOneFails = false): Promise<TestResult[]> {
    const load = await this.#timed(loading(path), async () => {
      if (this.#loaded.has(path)) return;
      this.#loads += 1;
      const url = `${pathToFileURL(join(process.cwd(), path)).href}?${this.#loads}`;
      this.#loaded.set(path, await testsOf(path, () => import(url)));
    });
    const results = [load];
    for (const { id, run } of this.#loaded.get(path) ?? []) {
      if (untilOneFails && results.at(-1)?.status === TestStatus.Failed) break;
      if (isWanted(id)) results.push(await this.#timed(id, run));
    }
    return results;
  }

  async #timed(id: string, run: () => unknown): Promise<TestResult> {
    this.#stryker.currentTestId = id;
    const begin = performance.now();
    const took = () => Math.round(performance.now() - begin);
    try {
      await run();
      return { id, name: id, status: TestStatus.Success, timeSpentMs: took() };
    } catch (error) {
      return failed(id, error instanceof Error ? `${error.stack} ${String(error.cause)}` : String(error), took());
    } finally {
      this.#stryker.currentTestId = undefined;
    }
  }
}

const isNamedAfter = (test: string, mutated: string) => basename(test, '.test.ts') === basename(mutated, '.ts');

const firstDifference = (a: readonly number[], b: readonly number[]) =>
  a.map((each, at) => each - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

function failed(id: string, failureMessage: string, timeSpentMs: number): TestResult {
  return { id, name: id, status: TestStatus.Failed, failureMessage, timeSpentMs };
}

export const strykerPlugins = [
  {
    kind: PluginKind.TestRunner,
    name: 'in-process',
    factory: Object.assign(() => new InProcessRunner(), { inject: [] }),
  },
  { kind: PluginKind.Ignore, name: 'shapes', value: { shouldIgnore: whyIgnored } },
];
