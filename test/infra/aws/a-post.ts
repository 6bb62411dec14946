import { aGet } from './a-get.ts';

const base = 'https://console.example';

/** A form as a REST API hands it over, sent from a page of the console. */
export async function aPost(path: string, fields: readonly (readonly [string, string])[], cookie: string) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const sent = new Request(base, { method: 'POST', body: form });
  const asked = aGet(path, cookie);
  return {
    ...asked,
    httpMethod: 'POST',
    multiValueHeaders: {
      ...asked.multiValueHeaders,
      'Content-Type': [sent.headers.get('content-type') ?? ''],
      'Sec-Fetch-Site': ['same-origin'],
    },
    body: Buffer.from(await sent.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  };
}
