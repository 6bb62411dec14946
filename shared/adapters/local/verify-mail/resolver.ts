import { Resolver } from 'node:dns/promises';
import type { DNSResolver } from 'mailauth';
import { z } from 'zod';

/** Where names are looked up: servers by address, or a zone that is handed in, for tests and machines without a network. */
export const namesSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('servers'), servers: z.array(z.string()).min(1) }),
  /** by name and type of record; with a type FAULT, the code of what goes wrong */
  z.object({
    from: z.literal('zone'),
    zone: z.record(z.string(), z.record(z.string(), z.array(z.unknown()))),
  }),
]);
export type Names = z.infer<typeof namesSchema>;

const lookupMs = 2_000;
/** SPF may take ten and each signature one: a mail that asks for more wants to keep us busy */
const lookupsMax = 40;
// the library's type has no word for MX records, which are objects
const rowsSchema = z.custom<string[] | string[][]>((value) => Array.isArray(value));

/** Looks names up for one mail: at most forty, all of them before the time is over. After that each is a time-out, which is never a pass. */
export function boundedResolver(names: Names, milliseconds: number): DNSResolver {
  const look = names.from === 'zone' ? inZone(names.zone) : atServers(names.servers);
  const end = Date.now() + milliseconds;
  let lookups = 0;
  return async (name, type) => {
    lookups += 1;
    const left = end - Date.now();
    if (lookups > lookupsMax || left <= 0) throw fault('ETIMEOUT');
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(fault('ETIMEOUT')), left);
    const found = await Promise.race([look(name, type), late]).finally(() => clearTimeout(timer));
    return rowsSchema.parse(found);
  };
}

type Look = (name: string, type: string) => Promise<unknown>;

function inZone(zone: Extract<Names, { from: 'zone' }>['zone']): Look {
  return async (name, type) => {
    const found = zone[name.toLowerCase()];
    const [broken] = found?.FAULT ?? [];
    if (typeof broken === 'string') throw fault(broken);
    const rows = found?.[type] ?? [];
    if (rows.length === 0) throw fault(found === undefined ? 'ENOTFOUND' : 'ENODATA');
    return type === 'TXT' ? rows.map((row) => [row]) : rows;
  };
}

function atServers(servers: readonly string[]): Look {
  const resolver = new Resolver({ timeout: lookupMs, tries: 1 });
  resolver.setServers(servers);
  return (name, type) => resolver.resolve(name, type);
}

const fault = (code: string) => Object.assign(new Error(`a name could not be looked up: ${code}`), { code });
