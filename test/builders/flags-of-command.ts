import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The flags that a command was called with. After `--help`, or a flag that is none, it says how it is called and ends. */
export function flagsOfCommand<Known extends Options>(usage: string, options: Known) {
  try {
    return parseArgs<{ options: Known; strict: true; allowPositionals: false }>({
      options,
      strict: true,
      allowPositionals: false,
    }).values;
  } catch {
    console.error(`usage: ${usage}`);
    process.exit(process.argv.includes('--help') ? 0 : 1);
  }
}
