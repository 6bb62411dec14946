import { readLocalSettings } from '#shared/config/settings.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { startHost } from './host.ts';

/** The one-machine host, from its settings. It stops cleanly on Ctrl-C, and loses nothing when it is killed. */
async function main(): Promise<void> {
  const settings = readLocalSettings();
  // people's papers are kept here: no other account of this machine may read them
  process.umask(0o077);
  const host = await startHost(settings, makeLog());
  for (const line of host.said) console.log(line);
  console.log(`Inbox    smtp://${settings.host}:${host.smtpPort}  for ${settings.recipients.join(', ')}`);
  console.log(`Console  ${host.consoleUrl}`);
  if (host.firstLink !== null)
    console.log(`Sign in  ${host.consoleUrl}${host.firstLink}  (choose a password; works once, within 24 hours)`);
  console.log(`Data     ${settings.dataFolder}`);
  const stop = () => {
    host.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Node itself would write the whole error, with whatever a paper had put into its words. */
function stopAtOnce(fault: unknown): never {
  console.error(faultInLines(fault));
  process.exit(1);
}

process.on('uncaughtException', stopAtOnce);
process.on('unhandledRejection', stopAtOnce);
main().catch(stopAtOnce);
