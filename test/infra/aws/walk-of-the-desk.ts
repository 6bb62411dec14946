import { type RouteName, routeNames, routeOf } from '#functions/console/route-table.ts';
import { type Button, formsOf } from './forms-of-a-page.ts';

export type Answered = { statusCode: number; body: string };
/** As the browser of somebody who is signed in. */
export type Browser = {
  get(path: string): Promise<Answered>;
  post(path: string, fields: readonly (readonly [string, string])[]): Promise<Answered>;
};

/** What gives away the case or the session comes after what needs it. */
const lastWords = ['/claim', '/decisions', '/release', '/hand-over', '/reopen'];
const order = (action: string) => lastWords.findIndex((word) => action.endsWith(word));

/** Each route of the table with what it answered, also those that were never asked. */
export class WalkOfTheDesk {
  readonly answered = new Map<RouteName, number[]>(routeNames.map((name) => [name, []]));
  readonly #known = new Set<string>();

  /** Every page is opened, and every button of its forms is pressed. */
  async over(browser: Browser, addresses: readonly string[]): Promise<void> {
    this.#known.clear();
    for (const address of addresses) {
      const { body } = await this.#noted('GET', address, () => browser.get(address));
      const buttons = formsOf(body, typed).flatMap((form) => form.buttons);
      for (const button of buttons.sort((one, other) => order(one.action) - order(other.action)))
        if (!button.action.startsWith('/sign-') && this.#isNew(nameOf(button)))
          await this.#press(browser, address, button);
    }
  }

  get = (browser: Browser, address: string) => this.#noted('GET', address, () => browser.get(address));

  post(browser: Browser, address: string, fields: Readonly<Record<string, string>>): Promise<Answered> {
    return this.#noted('POST', address, () => browser.post(address, Object.entries(fields)));
  }

  /** On the page as it stands now: another button may have changed it. */
  async #press(browser: Browser, address: string, button: Button): Promise<void> {
    const { body } = await browser.get(address);
    const form = formsOf(body, typed).find((one) => one.buttons.some((own) => isSame(own, button)));
    if (form === undefined) return;
    const fields = [...form.fields, ...(button.field ? [button.field] : [])];
    await this.#noted('POST', button.action, () => browser.post(button.action, fields));
  }

  async #noted(method: string, address: string, ask: () => Promise<Answered>): Promise<Answered> {
    const answer = await ask();
    const name = routeNamed(method, address);
    if (name) this.answered.get(name)?.push(answer.statusCode);
    return answer;
  }

  /** The same button or link on another page is the same code. */
  #isNew(name: string): boolean {
    const isNew = !this.#known.has(name);
    this.#known.add(name);
    return isNew;
  }
}

const nameOf = ({ action, field }: Button) =>
  `${routeNamed('POST', action) ?? action} ${field?.[1].split(':')[0] ?? ''}`;
const isSame = (one: Button, other: Button) => one.action === other.action && one.field?.[1] === other.field?.[1];

/** What somebody types where nothing stands. */
const typed = (name: string) =>
  /from|to|day|on$/i.test(name)
    ? '2026-06-01'
    : /hours/i.test(name)
      ? '2'
      : /reference/i.test(name)
        ? 'LA-2026-000008'
        : `typed for ${name}`;

function routeNamed(method: string, address: string): RouteName | null {
  const path = address.split('?')[0] ?? '';
  return routeNames.find((name) => routeOf(name).method === method && patternOf(routeOf(name).path).test(path)) ?? null;
}

function patternOf(path: string): RegExp {
  const named = /:\w+(?:\{((?:[^{}]|\{[^}]*\})*)\})?/g;
  const inWords = path
    .replaceAll('*', '.+')
    .replace(named, (_all, inner?: string) => (inner ? `(?:${inner})` : '[^/]+'));
  return new RegExp(`^${inWords}$`);
}
