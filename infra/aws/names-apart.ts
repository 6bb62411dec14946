import type { Stage } from './stages.ts';

type Named = Pick<Stage, 'name' | 'consoleUrl' | 'originalsUrl'>;

/** A file of a stranger must never be of the origin of a console, nor two consoles of one: in words, which are; null where all are apart. */
export function whySameOrigin(stages: readonly Named[]): string | null {
  const takenBy = new Map<string, string>();
  for (const { name, consoleUrl, originalsUrl } of stages) {
    for (const [what, url] of Object.entries({ consoleUrl, originalsUrl })) {
      // cookies know names of hosts and no ports
      const { hostname } = new URL(url);
      const other = takenBy.get(hostname);
      if (other !== undefined)
        return `${other} and ${what} of ${name} are both ${hostname}. Give each a host name of its own in infra/aws/stages.ts.`;
      takenBy.set(hostname, `${what} of ${name}`);
    }
  }
  return null;
}
