import { parseArgs } from 'node:util';
import { GiveUp } from '#shared/domain/faults.ts';

/** What can be said as a flag and as a variable of the environment: `--data` wins over DATA_FOLDER. */
const flags = {
  data: ['DATA_FOLDER', 'everything the host keeps: ./data'],
  roster: ['ROSTER_CSV', 'loaded at each start; the console takes one too'],
  approved: ['APPROVED_CSV', 'the register of approved trainings, the same way'],
  programme: ['PROGRAMME_FOLDER', 'the pages that are applied'],
  'proposed-rules': ['PROPOSED_RULES_FOLDER', 'other pages, to see what would change'],
  recipients: ['MAIL_RECIPIENTS', 'the addresses that this inbox takes mail for'],
  from: ['MAIL_FROM', 'the address that answers come from'],
  relay: ['MAIL_RELAY', 'smtp://host:25, which answers go out by'],
  outbox: ['OUTBOX_FOLDER', 'where answers lie without a relay: DATA_FOLDER/outbox'],
  host: ['HOST', 'where the inbox listens: 127.0.0.1'],
  'smtp-port': ['SMTP_PORT', '2525'],
  'mail-relays': ['MAIL_RELAYS', "the office's own mail servers in front, whose word is believed"],
  'sender-check': ['SENDER_CHECK', 'receipt, dns or none: how it is known who sent a mail'],
  'dns-servers': ['DNS_SERVERS', 'asked by --sender-check dns'],
  'receipt-time': ['RECEIPT_TIME', 'clock or header: who says when a mail came'],
  'console-port': ['CONSOLE_PORT', '8080'],
  'console-host': ['CONSOLE_HOST', 'where the console listens: 127.0.0.1'],
  'console-url': ['CONSOLE_URL', 'the https:// address of the console, with TLS in front'],
  'originals-port': ['ORIGINALS_PORT', "where strangers' files are handed out: any free port"],
  'originals-url': ['ORIGINALS_URL', 'their https:// address, of another host name'],
  'text-reader': ['TEXT_READER', 'none or embedded: whether scans and photos are read'],
  'second-reader': ['SECOND_READER', 'none or embedded: whether another engine looks again'],
  readers: ['READERS', 'pages read at once: as many as cores and memory bear'],
  clamd: ['CLAMD', "host:port or socket of ClamAV's daemon"],
  'when-unscanned': ['WHEN_UNSCANNED', 'person or go-on: what becomes of a mail it could not look at'],
  'undo-seconds': ['UNDO_SECONDS', 'how long a decision can be taken back'],
  'second-share': ['SECOND_SHARE', 'of the decisions that take nothing, what share a second person sees'],
} as const satisfies Record<string, readonly [variable: string, words: string]>;

/** Everything there is, for whoever asked for `--help` or wrote a flag that is none. */
function everyFlag(): string {
  return Object.entries(flags)
    .map(([flag, [variable, words]]) => `  --${flag.padEnd(15)} ${variable.padEnd(22)} ${words}`)
    .join('\n');
}

/** The settings among the arguments, by the name of their variable. */
export function flagsIn(argv: readonly string[]): Record<string, string> {
  const options = Object.fromEntries(Object.keys(flags).map((flag) => [flag, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false });
    return Object.fromEntries(
      Object.entries(flags).flatMap(([flag, [variable]]) => {
        const value = values[flag];
        return typeof value === 'string' ? [[variable, value]] : [];
      }),
    );
  } catch {
    const named = argv.map((word) => word.split('=')[0] ?? '').filter((word) => word.startsWith('--'));
    const unknown = named.find((word) => !(word.slice(2) in flags));
    throw new GiveUp(
      `${troubleIn(unknown)}Each flag takes a value, as in --data ./data, or stands in the environment, as in DATA_FOLDER=./data. There are:\n${everyFlag()}`,
    );
  }
}

function troubleIn(unknown: string | undefined): string {
  if (unknown === '--help') return '';
  return unknown === undefined ? 'The flags could not be understood. ' : `There is no flag ${unknown}. `;
}

/** The flag that says the same as a variable. */
export function flagOf(variable: string): string | undefined {
  return Object.entries(flags).find(([, [name]]) => name === variable)?.[0];
}
