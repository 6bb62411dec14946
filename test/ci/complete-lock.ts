import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * `npm run lock`: adds to the lock file the binaries for other platforms that the registry at hand did not serve when it
 * was made. Without them `npm ci` calls the lock file out of step; with them it skips what is not for the machine.
 * They carry no checksum, since nobody here has seen them; a machine of that platform checks them against its registry.
 */
const packageSchema = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), packageSchema) });

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'netbsd', 'openbsd', 'sunos'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** What a package is for, by the usual words in its name: binding-linux-x64-musl. Null when the name does not tell. */
function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } | null {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1) return null;
  const musl = words.some((word) => word.startsWith('musl'));
  const gnu = words.some((word) => word.startsWith('gnu'));
  return { os, cpu, ...(musl ? { libc: ['musl'] } : gnu ? { libc: ['glibc'] } : {}) };
}

const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const added: string[] = [];
for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const isThere = Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`));
    const platform = platformOf(name);
    if (isThere || platform === null) continue;
    const { os, cpu, libc } = platform;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(owner.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    };
    added.push(name);
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${added.length} packages of other platforms added to the lock file`);
