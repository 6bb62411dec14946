const charactersMax = 150;
const extensionMax = 10;

/**
 * A file name as it may be shown: without folders, control and bidi characters written out (`cert\u{202E}fdp.exe` looks
 * like a PDF otherwise), at most 150 characters with the ending kept.
 */
export function shownName(name: string | null, mediaType: string): string {
  const base = (name ?? '').slice(-4000).split(/[/\\]/).at(-1) ?? '';
  const shown = escapeUnseen(base.normalize('NFC')).trim();
  return shown === '' || shown === '.' || shown === '..' ? unnamed(mediaType) : shorten(shown);
}

function escapeUnseen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });
}

function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= charactersMax) return name;
  const dot = characters.lastIndexOf('.');
  const ending = dot >= characters.length - extensionMax ? characters.slice(dot) : [];
  return [...characters.slice(0, charactersMax - ending.length - 1), '…', ...ending].join('');
}

function unnamed(mediaType: string): string {
  const endings: Record<string, string> = {
    'application/pdf': '.pdf',
    'image/jpeg': '.jpg',
    'image/png': '.png',
    'image/tiff': '.tif',
    'image/heic': '.heic',
    'application/zip': '.zip',
    'message/rfc822': '.eml',
  };
  return `unnamed${endings[mediaType] ?? ''}`;
}
