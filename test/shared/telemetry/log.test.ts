import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LogFields, makeLog } from '#shared/telemetry/log.ts';

const canaries = [
  'Dana R. Fontenot',
  'dana.fontenot@example.com',
  'Recovery Planning One to One',
  '555-0142',
  'certificate of Dana.pdf',
  '<script>alert(1)</script>',
  'line\nbreak',
];

function logged(write: (log: ReturnType<typeof makeLog>) => void): string[] {
  const lines: string[] = [];
  write(makeLog({ write: (line) => lines.push(line), now: () => '2026-12-31T23:59:59.000Z' }));
  return lines;
}

describe('the log', () => {
  it('writes one JSON object a line with the time, the level and what is allowed', () => {
    const fields: LogFields = {
      step: 'ReadFields',
      submissionId: 'sub_01m811hy8xf02xqqqb4d7rr112',
      runId: 'run_01m811hy8xf02xqqqb4d7rr112_1',
      fileId: 'file_0001',
      reference: 'LA-2026-7K3M9Q',
      reason: 'missing-certificate',
      outcome: 'needs-sender',
      count: 3,
      ms: 12.5,
      error: 'TryAgain',
    };
    const [line = ''] = logged((log) => log.info(fields));
    expect(line.endsWith('}\n')).toBe(true);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toEqual({ at: '2026-12-31T23:59:59.000Z', level: 'info', ...fields });
  });

  it.each(canaries)('B226: lets "%s" through no field, whatever the types say', (canary) => {
    const names = ['step', 'submissionId', 'runId', 'fileId', 'reference', 'reason', 'outcome', 'count', 'ms', 'error'];
    const fields = Object.fromEntries(names.map((name) => [name, canary]));
    const [line = ''] = logged((log) => log.error(fields));
    expect(JSON.parse(line)).toEqual({ at: '2026-12-31T23:59:59.000Z', level: 'error' });
  });

  it('drops every field that it does not know, also deep ones and those of other objects', () => {
    const more = { step: 'OpenMail', subject: 'canary', mail: { from: 'canary' }, at: 'canary', level: 'canary' };
    const inherited = Object.create({ error: 'Canary' });
    const lines = logged((log) => {
      log.info(more);
      log.info(Object.assign(inherited, { count: 1 }));
    });
    expect(lines.join('')).not.toMatch(/canary/i);
    expect(lines.length).toBe(2);
  });

  it('never writes a line with white space, an @ or more than the list in it, whatever it is given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.string(), (anything, text) => {
        const [line = ''] = logged((log) => log.info({ ...anything, step: text, error: text, outcome: text }));
        expect(line.trimEnd()).not.toMatch(/[\s@<>]/);
        expect(line.length).toBeLessThan(600);
      }),
    );
  });
});
