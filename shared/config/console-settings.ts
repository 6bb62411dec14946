import { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import { portInWords, portSchema } from './port.ts';

/** How browsers reach what listens here, where something in front ends the encryption. */
export const httpsOriginSchema = z.url({ protocol: /^https$/ }).transform((text) => new URL(text).origin);
const inWords = 'the https:// address that browsers use';

export const consoleShape = {
  CONSOLE_PORT: portSchema.default(8080).describe(portInWords),
  /** anything but this machine itself needs encryption in front and a provider for sign-in: see `consoleOf` */
  CONSOLE_HOST: z.string().default('127.0.0.1'),
  CONSOLE_URL: httpsOriginSchema.optional().describe(inWords),
  /** where strangers' files are handed out, as the console's second origin; any free port when not given */
  ORIGINALS_PORT: portSchema.optional().describe(portInWords),
  ORIGINALS_URL: httpsOriginSchema.optional().describe(inWords),
  OIDC_ISSUER: z.url().optional().describe('the address of an OpenID Connect provider'),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** left out for a public client */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_GROUPS_CLAIM: z.string().min(1).default('groups'),
};
const consoleSchema = z.object(consoleShape);
type Read = z.infer<typeof consoleSchema>;

/** Where the console listens, how browsers reach it, and who knows the people: null is this machine's own accounts. */
export type ConsoleSettings = {
  host: string;
  port: number;
  publicUrl: string | null;
  provider: { issuer: string; clientId: string; clientSecret: string | null; groupsClaim: string } | null;
  /** the origin of strangers' files; `url` null is a port of this machine; null: the console hands them out itself */
  originals: { port: number; url: string | null } | null;
};

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** A password must never travel in the clear, and local accounts are for people at this machine. */
export function consoleOf(read: Read): ConsoleSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, CONSOLE_URL: publicUrl = null } = read;
  if ((issuer === undefined) !== (clientId === undefined))
    throw new GiveUp('The program cannot start: OIDC_ISSUER and OIDC_CLIENT_ID go together. Set both or none.');
  const clientSecret = read.OIDC_CLIENT_SECRET ?? null;
  const groupsClaim = read.OIDC_GROUPS_CLAIM;
  const provider = issuer && clientId ? { issuer, clientId, clientSecret, groupsClaim } : null;
  if (!loopback.includes(read.CONSOLE_HOST) && (publicUrl === null || provider === null))
    throw new GiveUp(
      `The program cannot start: a console that listens on ${read.CONSOLE_HOST} needs TLS in front, with CONSOLE_URL ${inWords}, and sign-in by OIDC_ISSUER and OIDC_CLIENT_ID. Without them leave --console-host out: then only this machine reaches it.`,
    );
  if (provider !== null && publicUrl === null)
    throw new GiveUp(`The program cannot start: with OIDC_ISSUER, CONSOLE_URL must be ${inWords}.`);
  const [host, port] = [read.CONSOLE_HOST, read.CONSOLE_PORT];
  return { host, port, publicUrl, provider, originals: originalsOf(read) };
}

/**
 * Browsers of this machine find a second port of it by themselves. What stands in front of the console has to know of the
 * second origin, and a second name for it: until it is told, the console hands the files out itself.
 */
function originalsOf({ CONSOLE_URL, ORIGINALS_URL: url, ORIGINALS_PORT: port }: Read): ConsoleSettings['originals'] {
  if (CONSOLE_URL === undefined && url === undefined) return { port: port ?? 0, url: null };
  if (url === undefined && port === undefined) return null;
  if (CONSOLE_URL === undefined || url === undefined || port === undefined)
    throw new GiveUp(
      'The program cannot start: behind TLS the origin of the files needs CONSOLE_URL, ORIGINALS_URL and ORIGINALS_PORT. Set all three, or only CONSOLE_URL.',
    );
  // cookies know names of hosts and no ports
  if (new URL(url).hostname === new URL(CONSOLE_URL).hostname)
    throw new GiveUp(
      'The program cannot start: ORIGINALS_URL must have another host name than CONSOLE_URL, or the console would lend its cookies to it.',
    );
  return { port, url };
}
