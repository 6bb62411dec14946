/** Where people put files when they do not attach them. A link there is shown to a person, never fetched. */
const fileShareHosts = [
  'drive.google.com',
  'docs.google.com',
  'photos.google.com',
  'photos.app.goo.gl',
  'dropbox.com',
  'db.tt',
  'onedrive.live.com',
  '1drv.ms',
  'sharepoint.com',
  'icloud.com',
  'wetransfer.com',
  'we.tl',
  'box.com',
  'mega.nz',
  'mediafire.com',
  'sendspace.com',
  'egnyte.com',
  'sharefile.com',
  'transfernow.net',
  'pcloud.com',
  'hightail.com',
  'documentcloud.adobe.com',
  'acrobat.adobe.com',
];
const link = /https?:\/\/[^\s<>"'`\\)\]}]{3,2000}/gi;
const textMax = 512_000;
const linksMax = 20;

/** Links to file shares in a text (or HTML source), each once, in order. */
export function findFileLinks(text: string): string[] {
  const links = Array.from(text.slice(0, textMax).matchAll(link), ([url]) => url.replaceAll('&amp;', '&'));
  const unwrapped = links.map((url) => unwrap(url.replace(/[.,;:!?]{1,5}$/, '')));
  return [...new Set(unwrapped.filter(isFileShare))].slice(0, linksMax);
}

/** Mail filters and search engines put a link of their own around the link that was sent. */
function unwrap(url: string): string {
  const wrapped = /https?(?::|%3a)(?:\/\/|%2f%2f|\/).{3,2000}/i.exec(url.slice('https://'.length))?.[0];
  if (wrapped === undefined) return url;
  const plain = wrapped.includes('://')
    ? wrapped.replace(/__;.{0,1000}$/, '')
    : decoded(wrapped.split('&', 1).join(''));
  return isFileShare(plain) ? plain : url;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isFileShare(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? '';
  return fileShareHosts.some((known) => host === known || host.endsWith(`.${known}`));
}
