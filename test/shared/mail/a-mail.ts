/** Builds raw mails for tests: headers as given, then parts under one boundary. */
export type Part = { headers: string[]; body: string };

const usualHeaders = [
  'From: Pat Doe <pat@example.org>',
  'To: intake@example.test',
  'Subject: my form',
  'Message-ID: <x1@example.org>',
  'Date: Tue, 30 Dec 2025 23:59:59 -0600',
  'MIME-Version: 1.0',
];

export const aPdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export function aFile(bytes: Uint8Array, name: string, type = 'application/octet-stream', extra: string[] = []): Part {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  const headers = [
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    ...extra,
  ];
  return { headers, body: lines.join('\r\n') };
}

export function aText(body: string, type = 'text/plain; charset=utf-8'): Part {
  return { headers: [`Content-Type: ${type}`], body };
}

export function aMail(parts: Part[], headers: string[] = [], boundary = 'BB'): Buffer {
  const lines = [
    ...headers,
    ...usualHeaders.filter((usual) => !headers.some((own) => nameOf(own) === nameOf(usual))),
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, ...part.headers, '', part.body]),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

function nameOf(header: string): string {
  return header.split(':', 1).join('').toLowerCase();
}
