import { readFile } from 'node:fs/promises';
import { TryAgain } from '#shared/domain/faults.ts';
import type { FileFolder } from '#shared/ports/file-store.ts';
import type { OfficeProcess } from './an-office-process.ts';

/** What people outside remember: a sender with a 250 does not send again, a reviewer who saw the answer does not press again. */
export type Memory = Map<string, string>;

/** Something that happens to the office. `play` may be called again by the next process: it goes on with what nobody has an answer to. */
export type Scenario = {
  name: string;
  from: string;
  /** who is on the roster; everybody of the fixtures when left out */
  people?: readonly string[];
  /** files of this folder cannot be read any more */
  lost?: FileFolder;
  /** what was there before: no fault is put into it */
  lay?: (office: OfficeProcess) => Promise<void>;
  play: (office: OfficeProcess, memory: Memory) => Promise<void>;
};

/** As a mail server, or a person at a page, tries once more. */
const triesMax = 5;

export async function untilAnswered<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let time = 1; ; time += 1) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof TryAgain) || time === triesMax) throw fault;
    }
  }
}

/** A sender whose server tries again until it has its 250, for each of these mails of the fixtures. */
export async function deliver(
  names: readonly string[],
  at: string,
  office: OfficeProcess,
  memory: Memory,
): Promise<void> {
  for (const name of names) {
    const raw = await readFile(`test/fixtures/mail/${name}.eml`);
    if (!memory.has(name)) await untilAnswered(() => office.receive(raw, at));
    memory.set(name, '250');
    await office.idle();
  }
}
