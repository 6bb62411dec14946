import type { Judgement } from './judgement.ts';
import { doubtsAboutWho } from './reason.ts';

/**
 * What still has to be said before a person may accept a mail, or null. Doubts about papers are answered by accepting; who
 * sent it, what counts and whether each rule is met are not.
 */
export function whyNotAcceptable({ reasons, credits, findings }: Judgement): string | null {
  if (reasons.some(({ code }) => doubtsAboutWho.has(code)))
    return 'Say first why you are sure whose papers these are: who sent them is still in doubt.';
  if (credits.length === 0 && findings.length === 0) return 'There is nothing in this mail that could be accepted.';
  const open = credits.find(({ status }) => status === 'undecided');
  if (open) return `Say first whether "${open.title}" counts (under Credits).`;
  const applying = findings.filter(({ verdict }) => verdict !== 'does-not-apply');
  const short = applying.find(({ verdict }) => verdict !== 'met');
  if (short) return `Rule ${short.rule} is not met: ${short.why} Ask the sender, or say why it is met all the same.`;
  return applying.length === 0 ? 'No rule says anything about this mail, so there is nothing to accept.' : null;
}
