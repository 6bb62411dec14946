import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { containedAnswerSchema } from './contained-message.ts';
import { residentBytes } from './resident-memory.ts';

export type WorkerLimits = {
  module: URL;
  deadlineMs: number;
  rssBytesMax: number;
  /** the module needs a library that is compiled for the machine, which Node's permissions do not bind */
  hasAddons?: boolean;
};
export type RawResult =
  | { outcome: 'answered'; answer: unknown }
  | { outcome: 'failed' | 'died' | 'deadline' | 'memory' };

const childProgram = fileURLToPath(new URL('./contained-child.ts', import.meta.url));
const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url));
const memoryLookMs = 50;
const jobsPerChildMax = 200;

/** One child process. It works on one job at a time; after any result but `answered` and `failed` it is dead. */
export class ContainedWorker {
  readonly #child: ChildProcess;
  readonly #limits: WorkerLimits;
  readonly #gone: Promise<void>;
  #isGone = false;
  #isSpent = false;
  jobsDone = 0;

  constructor(limits: WorkerLimits) {
    this.#limits = limits;
    this.#child = startChild(limits);
    this.#gone = new Promise((resolve) => {
      const leave = () => {
        this.#isGone = true;
        resolve();
      };
      this.#child.once('exit', leave);
      this.#child.on('error', leave);
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
    this.#isSpent = this.jobsDone >= jobsPerChildMax || (await this.#isOverMemory(this.#limits.rssBytesMax / 2));
    if (result.outcome === 'answered' || result.outcome === 'failed') this.#letProgramEnd();
    else await this.stop();
    return result;
  }

  async stop(): Promise<void> {
    this.#holdProgram();
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  #ask(input: unknown): Promise<RawResult> {
    const job = this.jobsDone;
    const { promise, resolve } = Promise.withResolvers<RawResult>();
    const onMessage = (message: unknown) => resolve(readAnswer(message, job));
    this.#child.once('message', onMessage);
    void this.#gone.then(() => resolve({ outcome: 'died' }));
    const deadline = setTimeout(() => resolve({ outcome: 'deadline' }), this.#limits.deadlineMs);
    const memory = setInterval(() => {
      void this.#isOverMemory(this.#limits.rssBytesMax).then((isOver) => isOver && resolve({ outcome: 'memory' }));
    }, memoryLookMs);
    if (!this.#isGone) this.#child.send({ job, input }, (error) => error && resolve({ outcome: 'died' }));
    return promise.finally(() => {
      clearTimeout(deadline);
      clearInterval(memory);
      this.#child.off('message', onMessage);
    });
  }

  async #isOverMemory(bytesMax: number): Promise<boolean> {
    const { pid } = this.#child;
    const bytes = pid === undefined ? null : await residentBytes(pid);
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
