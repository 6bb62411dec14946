import type { Stage } from './stages.ts';

/** Two programmes that take mail to one address would each answer it: in words, which; null where all are apart. */
export function whyNotApart(stages: readonly Pick<Stage, 'name' | 'mailRecipients'>[]): string | null {
  const takenBy = new Map<string, string>();
  for (const { name, mailRecipients } of stages) {
    for (const recipient of mailRecipients) {
      const address = recipient.toLowerCase();
      const other = takenBy.get(address);
      if (other !== undefined)
        return `${other} and ${name} both take mail to ${address}. Give each an address of its own in infra/aws/stages.ts.`;
      takenBy.set(address, name);
    }
  }
  return null;
}
