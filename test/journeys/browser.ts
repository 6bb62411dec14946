import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium, else the one inside the npm package. Null, with a printed line, when neither starts. */
export async function startBrowser(): Promise<Browser | null> {
  const own = installed.find((path) => existsSync(path));
  const tries = [
    ...(own === undefined ? [] : [async () => start(own, ['--no-sandbox'])]),
    async () => start(await packed.executablePath(), [...packed.args, '--no-sandbox']),
  ];
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

function start(executablePath: string, args: string[]): Promise<Browser> {
  return chromium.launch({ executablePath, args, headless: true, timeout: 20_000 });
}
