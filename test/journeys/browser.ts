import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium, else the one inside the npm package. Null, with a printed line, when neither starts. */
export async function startBrowser(): Promise<Browser | null> {
  const own = installed.find((path) => existsSync(path));
  const tries = [...(own === undefined ? [] : [() => start(own, ['--no-sandbox'])]), startPacked];
  for (const attempt of tries) {
    try {
      return await attempt();
    } catch {
      // the next one may start
    }
  }
  console.log('SKIPPED: no browser can be started on this machine');
  return null;
}

/** The package also holds the libraries a bare machine lacks, but unpacks them, when it is loaded, only for a Lambda. */
async function startPacked(): Promise<Browser> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // a browser of one process dies with the first page that is closed
  const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
  return start(await packed.executablePath(), [...args, '--no-sandbox']);
}

function start(executablePath: string, args: string[]): Promise<Browser> {
  return chromium.launch({ executablePath, args, headless: true, timeout: 20_000 });
}
