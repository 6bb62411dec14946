import { html } from 'hono/html';
import type { FileRecord } from '#shared/domain/document.ts';
import { mayDoHarm } from '#shared/domain/scan.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { workButton } from './control.ts';
import type { Editing } from './editing.ts';
import { type Html, nothing } from './html.ts';
import { alphabetsBadge, named } from './named.ts';
import { said, visibleText } from './said.ts';
import { scanWords } from './scan-words.ts';

/** Every file of the mail, read or not: nothing that came is left unsaid. */
export function fileTable(
  { reference, scan }: Pick<Submission, 'reference' | 'scan'>,
  files: readonly FileRecord[],
  { editing, timeZone }: { editing: Editing | null; timeZone: string },
): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--compact desk-table">
    <caption>
      Files in the mail
    </caption>
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col">Type</th>
        <th scope="col" class="desk-number">Size</th>
        <th scope="col">Scan for malicious software</th>
        <th scope="col">What became of it</th>
      </tr>
    </thead>
    <tbody>
      ${files.map(
        (file) => html`<tr>
          <th scope="row" data-label="File">${fileName(reference, file)}</th>
          <td data-label="Type">${said(file.mediaType, 100)}</td>
          <td data-label="Size" class="desk-number">${sizeWords(file.bytes)}</td>
          <td data-label="Scan">${scanWords(file.scan, timeZone)}</td>
          <td data-label="Read or not">${fate(file)}${aside(file, editing)}</td>
        </tr>`,
      )}
    </tbody>
  </table>
  ${scan === undefined ? '' : html`<p class="desk-meta">The mail as it came: ${scanWords(scan, timeZone)}</p>`}`;
}

/** Leads to the file as it came. What may do harm has no link here: it is under quarantine. */
function fileName(reference: string, { fileId, attachment, refused, scan }: FileRecord): Html {
  if (refused?.code === 'unsafe-file' || mayDoHarm(scan)) return named(attachment, 200);
  return html`<a class="usa-link" href="/originals/${reference}/${fileId}">${said(attachment, 200)}</a>${alphabetsBadge(attachment)}`;
}

/** A person has seen to a file that could not be read, and says that nothing of it is needed. */
function aside({ fileId, refused, attachment }: FileRecord, editing: Editing | null): Html {
  if (editing?.work.filesAside.has(fileId))
    return html` <strong>A person has looked: nothing of it is needed.</strong>`;
  if (editing === null || refused === null) return nothing;
  return html` ${workButton(html`Not needed<span class="usa-sr-only">: ${visibleText(attachment, 100)}</span>`, { does: `file-aside:${fileId}` })}`;
}

function fate(file: FileRecord): Html | string {
  if (file.refused !== null) return html`<strong>Not read.</strong> ${said(file.refused.text)}`;
  if (file.isDecoration) return 'A logo or signature picture: kept, not read';
  return file.readingKey === null ? 'Not read yet' : 'Read';
}

function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
