import type { OfficeProcess } from './an-office-process.ts';
import { deliver, type Memory, type Scenario, untilAnswered } from './memory.ts';

const mailed = '2026-11-24T15:00:00.000Z';

/** The first night of December: everybody is looked at, the audit trail is sealed, and in the morning the reminders go out. */
export const night: Scenario = {
  name: 'a night: the sweep, the seal of the audit trail, the reminders in the morning',
  from: mailed,
  people: ['RPSS-2003', 'RPSS-2014'],
  lay: (office) => deliver(['10-certificate-missing'], mailed, office, new Map()),
  async play(office, memory) {
    office.clock.moveTo('2026-12-01T08:10:00.000Z');
    await nightly('swept', memory, office.sweep);
    await nightly('sealed', memory, office.seal);
    office.clock.moveTo('2026-12-01T16:10:00.000Z');
    await sendAll(office);
  },
};

/** What is due each night is tried again after some minutes, until it is done. */
async function nightly(name: string, memory: Memory, work: () => Promise<unknown>): Promise<void> {
  if (!memory.has(name)) await untilAnswered(work);
  memory.set(name, 'done');
}

/** Every five minutes. */
async function sendAll(office: OfficeProcess): Promise<void> {
  for (let time = 1; time <= 3; time += 1) {
    await office.sendLetters().catch(() => undefined);
    office.clock.moveBy(5 * 60);
  }
}
