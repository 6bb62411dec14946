import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aDeployment, templatesOf } from './a-deployment.ts';

const outputsSchema = z.object({ Outputs: z.record(z.string(), z.unknown()).default({}) });

/** Outputs that somebody reads: those by which one stack hands something to another are left out, as in the command of the page. */
function outputsFor(certificateArn: string | null): string[] {
  const templates = Object.entries(templatesOf(aDeployment('prod', { certificateArn })));
  return templates.flatMap(([stack, template]) =>
    Object.keys(outputsSchema.parse(template.toJSON()).Outputs)
      .filter((name) => !name.startsWith('ExportsOutput'))
      .map((name) => `${stack} ${name}`),
  );
}

const page = readFileSync('shared/docs/how-to/deploy.md', 'utf8');
const rows = Array.from(page.matchAll(/^ *\| `([A-Z]+)` +\| `(\w+)` +\| (\w+) +\|$/gm), ([, word, output, stack]) => ({
  word: word ?? '',
  output: `${stack} ${output}`,
}));

describe('the names that the commands of our pages ask for', () => {
  it('are outputs of the stacks, all of them and no other', () => {
    expect(rows.map(({ output }) => output).sort()).toEqual(outputsFor(null).sort());
    expect(rows.length).toBeGreaterThan(5);
  });

  it('are used in a command of the guide, the drill, the move or the runbook', () => {
    const pages = ['how-to/deploy.md', 'how-to/restore-drill.md', 'how-to/move-to-aws.md', 'runbook.md'];
    const commands = pages
      .flatMap((name) => readFileSync(`shared/docs/${name}`, 'utf8').match(/(?:aws|npm run) [^`\n]+/g) ?? [])
      .join('\n');

    expect(rows.filter(({ word }) => !new RegExp(`\\b${word}\\b`).test(commands))).toEqual([]);
  });

  it('gain where the two host names lead, once there is a certificate', () => {
    const more = outputsFor('arn:aws:acm:us-east-1:123456789012:certificate/names').filter(
      (name) => !outputsFor(null).includes(name),
    );

    expect(more).toEqual([
      expect.stringMatching(/^console ConsoleApi\w*LeadsTo/),
      expect.stringMatching(/^console OriginalsApi\w*LeadsTo/),
    ]);
  });
});
