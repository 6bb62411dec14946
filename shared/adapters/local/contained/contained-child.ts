import { type ContainedAnswer, type ContainedJob, containedModuleSchema } from './contained-message.ts';

/**
 * Runs inside the child: loads the module named on the command line and answers one job after the other. While a job
 * is open the channel does not hold the process up, so work that can never finish (a promise nobody will settle) ends
 * the process at once, which the parent sees, instead of waiting for the deadline.
 */
const loaded = containedModuleSchema.parse(await import(process.argv[2] ?? ''));

/** In bytes. */
const litterMax = 40_000_000;

process.on('message', (message: ContainedJob) => {
  process.channel?.unref();
  void workOn(message).then((answer) => {
    tidyUp();
    process.channel?.ref();
    process.send?.(answer);
  });
});
process.on('disconnect', () => process.exit());

/**
 * A page leaves pictures of millions of pixels behind, which lie about until so much has gathered that they are looked for. Whoever
 * judges this child by its memory would take them for a leak, and replace it with one that has to warm up.
 */
function tidyUp(): void {
  if (process.memoryUsage().arrayBuffers > litterMax) globalThis.gc?.();
}

async function workOn({ job, input }: ContainedJob): Promise<ContainedAnswer> {
  try {
    return { job, ok: true, answer: await loaded.answer(input) };
  } catch {
    return { job, ok: false };
  }
}
