const charactersMax = 120;

/** The name of a stranger's file as a download may carry it: no folder, nothing hidden or turned, nothing a system acts on. */
export function safeFileName(attachment: string): string {
  const last = attachment.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}"*:<>?|;%\\/]/gu, '_')
    .replace(/^[.\s_-]+|[.\s]+$/g, '');
  const [, stem = plain, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/s.exec(plain) ?? [];
  const short = Array.from(stem).slice(0, charactersMax).join('');
  // names of devices on Windows
  const named = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `_${short}` : short;
  return `${named === '' ? 'file' : named}${ending}`;
}

/** Endings by which a reviewer's programs open a paper; of all else none is told. */
const endings = /\.(?:pdf|png|jpe?g|tiff?|heic|docx?|xlsx?|csv|txt|zip|eml|msg)$/i;

/** By our own reference: headers pass through other hands, and what strangers name their files is mostly a person. */
export function neutralName(ours: string, attachment: string): string {
  return `${ours}${(endings.exec(safeFileName(attachment))?.[0] ?? '').toLowerCase()}`;
}
