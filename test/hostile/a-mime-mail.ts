type Given = { from: string; subject: string; parts: readonly { name: string; bytes: Uint8Array }[] };

/** A mail of a stranger as it comes over the wire. */
export function aMimeMail({ from, subject, parts }: Given): Buffer {
  const attached = parts.map(
    ({ name, bytes }) =>
      `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`,
  );
  const head = `From: ${from}\r\nTo: ce@office.example\r\nSubject: ${subject}\r\nMessage-ID: <${parts.length}@canary.example>\r\nDate: Sun, 20 Dec 2026 09:00:00 -0600\r\nMIME-Version: 1.0\r\n`;
  const text =
    '--b\r\nContent-Type: text/plain\r\n\r\nPlease count the hours of Quillfeather House, all of Zarnowski.\r\n';
  return Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${text}${attached.join('')}--b--\r\n`);
}
