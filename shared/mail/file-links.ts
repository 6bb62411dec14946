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
  'adobe.com',
  'docusign.net',
];
const link = /https?:\/\/[^\s<>"'`\\)\]}]{3,2000}/gi;
const textMax = 512_000;
const linksMax = 20;

/** Links to file shares in a text (or HTML source), each once, in order. */
export function findFileLinks(text: string): string[] {
  const links = Array.from(text.slice(0, textMax).matchAll(link), ([url]) => url.replaceAll('&amp;', '&'));
  return [...new Set(links.map((url) => url.replace(/[.,;:!?]{1,5}$/, '')).filter(isFileShare))].slice(0, linksMax);
}

function isFileShare(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? '';
  return fileShareHosts.some((known) => host === known || host.endsWith(`.${known}`));
}
