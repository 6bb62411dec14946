import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  type AccountPorts,
  addAccount,
  giveRoles,
  revokeAccount,
  setUpLink,
} from '#functions/console/sign-in/accounts.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { type Role, roleSchema, roles } from '#shared/domain/staff.ts';
import { findPasswordHash, findStaffByName, listStaff } from '#shared/records/staff-records.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { accountPorts } from './account-ports.ts';

const usage = `npm run staff -- add SIGN-IN-NAME --roles reviewer,supervisor [--name 'Dana Fontenot']
npm run staff -- roles SIGN-IN-NAME --roles auditor
npm run staff -- link SIGN-IN-NAME          a new link to choose a password, when the old one is lost
npm run staff -- revoke SIGN-IN-NAME        ends every session at once
npm run staff -- list
Roles are ${roles.join(', ')}. --data DIR and --console-port PORT as for npm start.`;

type Flags = { roles?: string | undefined; name?: string | undefined };
type Command = (ports: AccountPorts, signInName: string, flags: Flags) => Promise<string[]>;

const commands: Readonly<Record<string, Command>> = {
  async add(ports, signInName, flags) {
    const added = await addAccount(ports, { name: flags.name ?? signInName, signInName, roles: rolesIn(flags.roles) });
    if (added === null) throw new GiveUp(`Somebody has the sign-in name ${signInName}. Choose another one.`);
    return [await linkFor(ports, signInName)];
  },
  async roles(ports, signInName, flags) {
    const changed = await giveRoles(ports, signInName, rolesIn(flags.roles));
    if (changed === null) throw unknown(signInName);
    return [`${signInName} is now ${changed.roles.join(', ')}, and signs in anew.`];
  },
  link: async (ports, signInName) => [await linkFor(ports, signInName)],
  async revoke(ports, signInName) {
    if ((await revokeAccount(ports, signInName)) === null) throw unknown(signInName);
    return [`${signInName} can no longer sign in.`];
  },
  async list(ports) {
    const staff = await listStaff(ports.records);
    const lines = staff.map(async ({ staffId, signInName, name, roles: given }) => {
      const state = (await findPasswordHash(ports.records, staffId)) === null ? 'no password yet' : '';
      return `${signInName.padEnd(20)} ${name.padEnd(24)} ${(given.join(', ') || 'revoked').padEnd(32)} ${state}`.trimEnd();
    });
    return staff.length === 0 ? ['Nobody yet: npm start prints the first link.'] : Promise.all(lines);
  },
};

async function linkFor(ports: AccountPorts, signInName: string): Promise<string> {
  const found = await findStaffByName(ports.records, signInName);
  if (found === null) throw unknown(signInName);
  if (found.staff.roles.length === 0)
    throw new GiveUp(
      `${signInName} was revoked. Give roles first: npm run staff -- roles ${signInName} --roles reviewer`,
    );
  const { publicUrl, port } = settings.console;
  const address = publicUrl ?? `http://127.0.0.1:${port}`;
  const link = `For ${signInName}, once, within 24 hours:  ${address}${await setUpLink(ports, found.staff.staffId)}`;
  return isToldWhere ? link : `${link}\n(A host on another port: give the same --console-port here.)`;
}

const unknown = (signInName: string) =>
  new GiveUp(`Nobody has the sign-in name ${signInName}. \`npm run staff -- list\` shows who has one.`);

function rolesIn(written: string | undefined): Role[] {
  const parsed = z
    .array(roleSchema)
    .min(1)
    .safeParse((written ?? '').split(',').map((role) => role.trim()));
  if (!parsed.success) throw new GiveUp(`Give roles with --roles, with commas between them: ${roles.join(', ')}.`);
  return parsed.data;
}

const { values, positionals } = (() => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { roles: text, name: text, data: text, 'console-port': text },
    });
  } catch {
    return { values: {}, positionals: [] };
  }
})();
const port = values['console-port'];
const isToldWhere = [port, process.env.CONSOLE_PORT, process.env.CONSOLE_URL].some((told) => told !== undefined);
const settings = readLocalSettings(process.env, [
  ...(values.data === undefined ? [] : ['--data', values.data]),
  ...(port === undefined ? [] : ['--console-port', port]),
]);

/** `npm run staff`: the accounts of this machine, also while the desk runs. */
async function main(): Promise<void> {
  const [name = '', signInName = ''] = positionals;
  const command = commands[name];
  if (command === undefined || (signInName === '' && name !== 'list')) throw new GiveUp(`usage:\n${usage}`);
  const file = join(settings.dataFolder, 'records.sqlite');
  if (!existsSync(file))
    throw new GiveUp(`There is no desk in ${settings.dataFolder}. Start it once with npm start, or name its --data.`);
  const records = openSqliteRecordStore(file);
  try {
    for (const line of await command(accountPorts(records), signInName, values)) console.log(line);
  } finally {
    records.close();
  }
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exit(1);
});
