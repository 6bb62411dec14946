import { accountNames, isConserved, missingFrom } from '#shared/domain/ledger.ts';
import { type Check, fine, found } from '#shared/domain/watch.ts';
import { makeProveLedger } from '../ledger/prove-ledger.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** The months that still change; what is older is proved by `npm run ledger`. */
export async function conserved(ports: WatchPorts, now: string): Promise<Check> {
  const month = now.slice(0, 'yyyy-mm'.length);
  const before = new Date(Date.parse(`${month}-01T00:00:00Z`) - 1).toISOString().slice(0, 'yyyy-mm'.length);
  // the store is walked by the command alone: it has years of mails, and this is about the last weeks
  const ledger = await makeProveLedger(ports)({ months: [before, month], withStore: false });
  const { mails, documents, credits } = ledger.accounts;
  const sums = `${mails.received} mails, ${documents.received} files and ${credits.received} credit lines`;
  if (isConserved(ledger)) return fine(`Of ${sums} nothing is missing.`);
  const off = accountNames.filter((name) => missingFrom(ledger.accounts[name]) !== 0);
  const where = off.length === 0 ? '' : ` The sums of ${off.join(' and ')} are off.`;
  const about = [...new Set(ledger.faults.map((fault) => fault.about))];
  const [first] = ledger.faults;
  const example = first ? ` The first: ${first.about}: ${first.says}` : '';
  return found(`Of ${sums} something is missing.${where}${example}`, about, Math.max(1, ledger.faultCount));
}
