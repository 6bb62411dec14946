import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { containedAnswerSchema } from './contained-message.ts';
import { heldUpMilliseconds } from './held-up.ts';
import { residentBytes } from './resident-memory.ts';

export type WorkerLimits = {
  module: URL;
  /** of time in which it could work: what it stood in line for a processor does not count */
  deadlineMs: number;
  /** so many deadlines have passed when a child counts as one that does not get to work at all; six when left out */
  deadlinesMost?: number;
  rssBytesMax: number;
  /** the module needs a library that is compiled for the machine, which Node's permissions do not bind */
  hasAddons?: boolean;
};
export type RawResult =
  | { outcome: 'answered'; answer: unknown }
  | { outcome: 'failed' | 'died' | 'killed' | 'deadline' | 'starved' | 'memory' };

const childProgram = fileURLToPath(new URL('./contained-child.ts', import.meta.url));
const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url));
const memoryLookMs = 50;
const jobsPerChildMax = 200;
const deadlinesMostUsual = 6;
const looksAgainMs = 20;
const firstLookMs = 50;

/** A program that fell over ends by one of these. Every other signal comes from somebody else. */
const ownFaults: ReadonlySet<string> = new Set([
  ...['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGSYS'],
]);

/** One child process. It works on one job at a time; after any result but `answered` and `failed` it is dead. */
export class ContainedWorker {
  readonly #child: ChildProcess;
  readonly #limits: WorkerLimits;
  readonly #gone: Promise<'died' | 'killed'>;
  #isGone = false;
  #isStopped = false;
  #isSpent = false;
  jobsDone = 0;

  constructor(limits: WorkerLimits) {
    this.#limits = limits;
    this.#child = startChild(limits);
    this.#gone = new Promise((resolve) => {
      const leave = (how: 'died' | 'killed') => {
        this.#isGone = true;
        resolve(this.#isStopped ? 'died' : how);
      };
      this.#child.once('exit', (_code, signal) => leave(signal === null || ownFaults.has(signal) ? 'died' : 'killed'));
      // a machine without room for another process says nothing about the file
      this.#child.on('error', () => leave('killed'));
    });
    this.#letProgramEnd();
  }

  /**
   * To be replaced: what a parser leaks, or a file has bent, does not live on; and a child still swollen from the last
   * file would be stopped for its memory in the middle of an innocent one.
   */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  async work(input: unknown): Promise<RawResult> {
    this.#holdProgram();
    const result = await this.#ask(input);
    this.jobsDone += 1;
    this.#isSpent = this.jobsDone >= jobsPerChildMax || this.#isOverMemory(this.#limits.rssBytesMax / 2);
    if (result.outcome === 'answered' || result.outcome === 'failed') this.#letProgramEnd();
    else await this.stop();
    return result;
  }

  async stop(): Promise<void> {
    this.#holdProgram();
    this.#isStopped = true;
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  #ask(input: unknown): Promise<RawResult> {
    const job = this.jobsDone;
    const { promise, resolve } = Promise.withResolvers<RawResult>();
    const onMessage = (message: unknown) => resolve(readAnswer(message, job));
    this.#child.once('message', onMessage);
    void this.#gone.then((how) => resolve({ outcome: how }));
    const stopLooking = this.#lookAtTime(resolve);
    const memory = setInterval(() => {
      if (this.#isOverMemory(this.#limits.rssBytesMax)) resolve({ outcome: 'memory' });
    }, memoryLookMs);
    // whoever does not take it is gone, or as good as gone, and how is known in a moment
    if (!this.#isGone) this.#child.send({ job, input }, (error) => error && this.#child.kill('SIGKILL'));
    return promise.finally(() => {
      stopLooking();
      clearInterval(memory);
      this.#child.off('message', onMessage);
    });
  }

  /** On a busy machine the deadline moves on by whatever the child stood in line: counted from the first look, before which most are done. */
  #lookAtTime(resolve: (late: RawResult) => void): () => void {
    const { deadlineMs, deadlinesMost = deadlinesMostUsual } = this.#limits;
    const started = performance.now();
    let isOver = false;
    let timer = setTimeout(async () => {
      const before = await this.#heldUp();
      const look = async (): Promise<void> => {
        const passed = performance.now() - started;
        const left = deadlineMs - (passed - ((await this.#heldUp()) - before));
        if (isOver) return;
        if (left <= 0) resolve({ outcome: 'deadline' });
        else if (passed >= deadlineMs * deadlinesMost) resolve({ outcome: 'starved' });
        else timer = setTimeout(look, Math.max(left, looksAgainMs));
      };
      if (!isOver) timer = setTimeout(look, Math.max(0, deadlineMs - firstLookMs));
    }, firstLookMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }

  async #heldUp(): Promise<number> {
    const { pid } = this.#child;
    return pid === undefined ? 0 : heldUpMilliseconds(pid);
  }

  #isOverMemory(bytesMax: number): boolean {
    const { pid } = this.#child;
    const bytes = pid === undefined ? null : residentBytes(pid);
    return bytes !== null && bytes > bytesMax;
  }

  #holdProgram(): void {
    this.#child.ref();
    this.#child.channel?.ref();
  }

  /** An idle child must not keep the program alive. */
  #letProgramEnd(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }
}

/**
 * One job at a time needs no threads beside it: libraries then keep fewer stores of memory (a child that reads pictures
 * 250 MB at most instead of 290, measured over four pages).
 */
const frugal = { MALLOC_ARENA_MAX: '1', VIPS_CONCURRENCY: '1', UV_THREADPOOL_SIZE: '1' };

/**
 * Nothing of the program's environment (it may hold secrets), no output (it may hold a stranger's data), and Node's own permissions: no
 * writing, no further processes, reading only inside the project.
 */
function startChild({ module, rssBytesMax, hasAddons = false }: WorkerLimits): ChildProcess {
  const heapMegabytes = Math.max(64, Math.floor((rssBytesMax / 2 ** 20) * 0.75));
  return fork(childProgram, [module.href], {
    execPath: process.execPath,
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      // threads that only tidy up after a page of 20 MB cost more processor than they save time
      '--single-threaded-gc',
      // so that a child can tidy up before it is looked at
      '--expose-gc',
      '--permission',
      `--allow-fs-read=${projectFolder}`,
      ...(hasAddons ? ['--allow-addons'] : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: frugal,
  });
}

function readAnswer(message: unknown, job: number): RawResult {
  const read = containedAnswerSchema.safeParse(message);
  if (!read.success || read.data.job !== job || !read.data.ok) return { outcome: 'failed' };
  return { outcome: 'answered', answer: read.data.answer };
}
