import type { ConsoleApp } from '#functions/console/app.ts';

/** A browser without a window: keeps cookies, follows nothing by itself, says of its forms that they are from here. */
export type Visitor = {
  get(address: string): Promise<Response>;
  text(address: string): Promise<string>;
  post(address: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  /** by its name without `__Host-` */
  cookie(name: string): string | undefined;
  /** the key that stands in the forms of a page */
  formKey(page: string): string;
  /** the cookies of the last answer */
  setLast(): string;
};

const host = 'http://localhost';

export function aVisitor(app: ConsoleApp, cookies: Readonly<Record<string, string>> = {}): Visitor {
  const jar = new Map(Object.entries(cookies));
  let last = '';

  async function ask(address: string, init: RequestInit): Promise<Response> {
    const request = new Request(new URL(address, host), init);
    request.headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await app.fetch(request);
    last = answer.headers.getSetCookie().join('\n');
    for (const set of answer.headers.getSetCookie()) keep(jar, set);
    return answer;
  }

  return {
    get: (address) => ask(address, {}),
    text: async (address) => (await ask(address, {})).text(),
    post: (address, fields = {}) =>
      ask(address, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'sec-fetch-site': 'same-origin' },
      }),
    cookie: (name) => jar.get(`__Host-${name}`) ?? jar.get(name),
    formKey: (page) => /name="formKey" value="([^"]+)"/.exec(page)?.[1] ?? '',
    setLast: () => last,
  };
}

function keep(jar: Map<string, string>, set: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
  if (/max-age=0/i.test(set)) jar.delete(name);
  else jar.set(name, value);
}
