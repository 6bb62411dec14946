import type { SenderCheck, SenderStanding } from '#shared/domain/sender-check.ts';
import type { MailFacts } from '#shared/domain/submission.ts';

const provedWords: Readonly<Record<MailFacts['authentication'], string>> = {
  pass: 'Checked: the mail comes from this address',
  fail: 'Failed: the mail may not come from this address',
  unknown: 'Not proven: the mail may not come from this address',
};

const levelWords: Readonly<Record<SenderStanding['level'], string>> = {
  none: 'Nothing is known of who wrote it',
  domain: 'The address is on nobody’s file',
  'address-on-file': 'The address is on file',
  confirmed: 'The address is on file, and its owner confirmed it by the one before',
};

const whoLooked: Readonly<Record<SenderCheck['by'], string>> = {
  receipt: 'as the mail server that took it wrote',
  ourselves: 'as this system looked it up',
  nobody: 'nobody looked it up',
};

/** How far the sender is known, and what that rests on: a proved domain is not a proved human. */
export function senderInWords({ authentication, sender }: MailFacts): string {
  const proved = provedWords[authentication];
  if (sender === undefined) return proved;
  return `${proved}. ${known(sender)} (${evidence(sender.check)}).`;
}

function known({ level, isOnFile }: SenderStanding): string {
  return level === 'none' && isOnFile ? `${levelWords.none}, though the address is on file` : levelWords[level];
}

function evidence({ by, dmarc, policy, spf, dkim }: SenderCheck): string {
  if (by === 'nobody' && dmarc === 'unknown') return whoLooked.nobody;
  const words = [
    `DMARC ${dmarc === 'unknown' ? 'not told' : dmarc}`,
    ...(spf === null ? [] : [`SPF ${spf}`]),
    ...(dkim === null ? [] : [`DKIM ${dkim}`]),
    ...(policy === null || dmarc === 'pass' ? [] : [`the domain asks for “${policy}”`]),
  ];
  return `${words.join(', ')}, ${whoLooked[by]}`;
}
