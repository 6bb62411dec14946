import { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import { type WhenUnscanned, whenUnscanned } from '#shared/domain/scan.ts';
import { type ClamdPlace, clamdOf, clamdSchema } from './clamd-place.ts';
import { type ConsoleSettings, consoleOf, consoleShape, httpsOriginSchema } from './console-settings.ts';
import { flagOf, flagsIn } from './local-flags.ts';
import { mailLockSchema } from './mail-lock.ts';
import office from './office.json' with { type: 'json' };
import { portInWords, portSchema } from './port.ts';
import { type Relay, relayOf, relaySchema } from './relay.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const addressSchema = z.email();
const ipsSchema = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6()])).min(1));
const addressesSchema = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''))
  .pipe(z.array(addressSchema).min(1));

const readers = ['none', 'embedded'] as const;
export type ReaderName = (typeof readers)[number];

/** A description says what a setting takes, for whoever gave something else. */
const localSchema = z.object({
  ...consoleShape,
  /** everything the host keeps: records, files, outbox */
  DATA_FOLDER: z.string().default('./data'),
  /** where the inbox listens; the console is for this machine only, whatever stands here */
  HOST: z.string().default('127.0.0.1'),
  SMTP_PORT: portSchema.default(2525).describe(portInWords),
  /** mail to anybody else is refused with 550 */
  MAIL_RECIPIENTS: addressesSchema
    .default(['ce@peer-credentials.localhost'])
    .describe('e-mail addresses with commas between them'),
  MAIL_FROM: addressSchema.default('ce@peer-credentials.localhost').describe('an e-mail address'),
  /** where answers are laid as .eml files when there is no relay; default `outbox` in the data folder */
  OUTBOX_FOLDER: z.string().optional(),
  MAIL_RELAY: relaySchema.optional().describe('smtp://host:25 or smtps://user:secret@host:465'),
  ROSTER_CSV: z.string().optional(),
  APPROVED_CSV: z.string().optional(),
  PROGRAMME_FOLDER: z.string().default(office.programmeFolder),
  /** programmes with other pages, to see what would change; it need not be there */
  PROPOSED_RULES_FOLDER: z.string().default(office.proposedRulesFolder),
  /** `embedded` reads scans and photos on this machine; `none` leaves them to people */
  TEXT_READER: z.enum(readers).default('embedded').describe('none or embedded'),
  /** `embedded` looks twice at what was seen on a picture, with another engine; `none` leaves it to people */
  SECOND_READER: z.enum(readers).default('embedded').describe('none or embedded'),
  /** pages of scans and photos read at once; each takes a core and about half a gigabyte */
  READERS: z.coerce.number().int().min(1).max(16).optional().describe('how many pages are read at once, from 1 to 16'),
  /** where clamd, the daemon of ClamAV, listens; left out: nothing is scanned, and the case says so of every file */
  CLAMD: clamdSchema.optional().describe('host:port of clamd, or the path of its socket'),
  /** what becomes of a mail that the scanner could not look at; without a scanner nothing is asked of one */
  WHEN_UNSCANNED: z.enum(whenUnscanned).default('person').describe('person or go-on'),
  /** for how many seconds a decision can be taken back; the page counts down from a minute at most */
  UNDO_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(60)
    .default(office.decisions.undoSeconds)
    .describe('1 to 60 seconds'),
  /** which share of the decisions that take nothing from anybody a second person looks at */
  SECOND_SHARE: z.coerce.number().min(0).max(1).default(office.decisions.secondShare).describe('a share from 0 to 1'),
  /** `header` when an own mail server stands in front: its Received line says when it took the mail */
  RECEIPT_TIME: z.enum(['clock', 'header']).default('clock').describe('clock or header'),
  /** `receipt` believes what the mail servers of MAIL_RELAYS wrote about a sender; `dns` looks it up itself; `none` proves nobody */
  SENDER_CHECK: z.enum(['receipt', 'dns', 'none']).default('receipt').describe('receipt, dns or none'),
  /** the office's own mail servers in front, by address; from anywhere else such words are a stranger's own */
  MAIL_RELAYS: ipsSchema.default(['127.0.0.1', '::1']).describe('IP addresses with commas between them'),
  /** whom SENDER_CHECK=dns asks; nothing is asked otherwise */
  DNS_SERVERS: ipsSchema.optional().describe('IP addresses with commas between them'),
});

/** How it is found out whether a mail comes from the address that it names. */
export type SenderCheckSettings =
  | { by: 'receipt'; relays: string[] }
  | { by: 'dns'; servers: string[] }
  | { by: 'none' };

export type LocalSettings = {
  dataFolder: string;
  host: string;
  smtpPort: number;
  console: ConsoleSettings;
  recipients: string[];
  mailFrom: string;
  mailOut: { to: 'folder'; folder: string } | ({ to: 'relay' } & Relay);
  rosterCsv: string | null;
  approvedCsv: string | null;
  programmeFolder: string;
  proposedRulesFolder: string;
  textReader: ReaderName;
  secondReader: ReaderName;
  /** null: as many as this machine bears */
  readers: number | null;
  receiptTime: 'clock' | 'header';
  decisions: { undoSeconds: number; secondShare: number };
  /** null: there is no scanner */
  clamd: ClamdPlace | null;
  whenUnscanned: WhenUnscanned;
  senderCheck: SenderCheckSettings;
};

/** For the one-machine host. Throws `GiveUp` with a sentence that names what is wrong. */
export function readLocalSettings(
  env: Environment = process.env,
  argv: readonly string[] = process.argv.slice(2),
): LocalSettings {
  const read = parsed(localSchema, { ...env, ...flagsIn(argv) });
  const folder = read.OUTBOX_FOLDER ?? `${read.DATA_FOLDER}/outbox`;
  return {
    dataFolder: read.DATA_FOLDER,
    host: read.HOST,
    smtpPort: read.SMTP_PORT,
    console: consoleOf(read),
    recipients: read.MAIL_RECIPIENTS,
    mailFrom: read.MAIL_FROM,
    mailOut: read.MAIL_RELAY === undefined ? { to: 'folder', folder } : { to: 'relay', ...relayOf(read.MAIL_RELAY) },
    rosterCsv: read.ROSTER_CSV ?? null,
    approvedCsv: read.APPROVED_CSV ?? null,
    programmeFolder: read.PROGRAMME_FOLDER,
    proposedRulesFolder: read.PROPOSED_RULES_FOLDER,
    textReader: read.TEXT_READER,
    secondReader: read.SECOND_READER,
    readers: read.READERS ?? null,
    receiptTime: read.RECEIPT_TIME,
    decisions: { undoSeconds: read.UNDO_SECONDS, secondShare: read.SECOND_SHARE },
    clamd: read.CLAMD === undefined ? null : clamdOf(read.CLAMD),
    whenUnscanned: read.WHEN_UNSCANNED,
    senderCheck: senderCheckOf(read),
  };
}

function senderCheckOf({ SENDER_CHECK, MAIL_RELAYS, DNS_SERVERS }: z.infer<typeof localSchema>): SenderCheckSettings {
  if (SENDER_CHECK === 'receipt') return { by: 'receipt', relays: MAIL_RELAYS };
  if (SENDER_CHECK === 'none') return { by: 'none' };
  if (DNS_SERVERS === undefined)
    throw new GiveUp('The program cannot start: SENDER_CHECK=dns needs DNS_SERVERS, the addresses of name servers.');
  return { by: 'dns', servers: DNS_SERVERS };
}

/** What the Lambdas need, by the name of the environment variable. The CDK app sets exactly these. */
const lambdaShape = {
  TABLE_NAME: z.string().min(1),
  BUCKET_NAME: z.string().min(1),
  AUDIT_BUCKET_NAME: z.string().min(1),
  STATE_MACHINE_ARN: z.string().regex(/^arn:[^:]+:states:/),
  SETTLE_MACHINE_ARN: z.string().regex(/^arn:[^:]+:states:/),
  MAIL_FROM: addressSchema,
  MAIL_RECIPIENTS: addressesSchema,
  MAIL_LOCK: mailLockSchema,
  PROGRAMME_FOLDER: z.string().min(1),
  PROPOSED_RULES_FOLDER: z.string().min(1),
  CONSOLE_URL: httpsOriginSchema,
  ORIGINALS_URL: httpsOriginSchema,
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_GROUPS_CLAIM: z.string().min(1),
  METRICS_NAMESPACE: z.string().regex(/^[\w./#:-]{1,200}$/),
  /** what reading the pictures of one mail may cost, in US dollars: "0.50", and beside it, for the figures: "0.0071" */
  READING_CEILING: z.coerce.number().min(0).max(1_000),
  COST_BESIDE_READING: z.coerce.number().min(0).max(1_000),
  /** calls a second that all Lambdas of the stage share */
  TEXTRACT_PER_SECOND: z.coerce.number().positive().max(1_000),
  /** mails that may begin their run in a second, whoever begins them */
  STARTS_PER_SECOND: z.coerce.number().positive().max(1_000),
  /** the queue whose messages the Lambda works on, into which it may lay one back */
  QUEUE_URL: z.url(),
  MALWARE_SCAN: z.enum(['guardduty', 'none']),
  WHEN_UNSCANNED: z.enum(whenUnscanned),
};
export type LambdaSettings = { [Name in keyof typeof lambdaShape]: z.infer<(typeof lambdaShape)[Name]> };
export type LambdaSettingName = keyof LambdaSettings;
export const lambdaSettingNames = z.keyof(z.object(lambdaShape)).options;

/** For one Lambda, which names what it needs. Throws `GiveUp` with a sentence that names what is missing. */
export function readLambdaSettings<Name extends LambdaSettingName>(
  needed: readonly Name[],
  env?: Environment,
): Pick<LambdaSettings, Name>;
export function readLambdaSettings(needed: readonly LambdaSettingName[], env: Environment = process.env) {
  const isMissing = (name: LambdaSettingName) => env[name] === undefined || env[name] === '';
  const missing = needed.filter(isMissing);
  if (missing.length > 0) throw new GiveUp(`The program cannot start: ${missing.join(', ')} missing.`);
  const asked = Object.fromEntries(needed.map((name) => [name, env[name]]));
  return parsed(z.object(lambdaShape).partial(), asked);
}

function parsed<Schema extends z.ZodObject>(schema: Schema, values: Environment): z.infer<Schema> {
  // an empty variable is how a shell says "not set"
  const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  const said = names.map((name) => `${name} is ${name in set ? 'not what it should be' : 'missing'}`);
  const wanted = names.flatMap((name) => wantedInWords(name, z.globalRegistry.get(schema.shape[name])?.description));
  throw new GiveUp([`The program cannot start: ${said.join(', ')}.`, ...wanted].join(' '));
}

function wantedInWords(name: string, takes: string | undefined): string[] {
  if (takes === undefined) return [];
  const flag = flagOf(name);
  return [`${flag === undefined ? name : `--${flag} (or ${name})`} takes ${takes}.`];
}
