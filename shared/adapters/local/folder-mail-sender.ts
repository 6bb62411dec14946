import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { composeMail, nameOfMail } from '#shared/adapters/mail-message.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import { openDurableFolder } from './durable-folder.ts';
import { orFolderFault } from './folder-faults.ts';

/** Lays every answer as one .eml file into `dir`, for a person or a mail program to look at. Nothing leaves the machine. */
export function openFolderMailSender(dir: string, from: string): MailSender {
  const root = resolve(dir);
  const folder = openDurableFolder(root);

  return {
    async send(mail) {
      const { raw } = await composeMail(mail, from, new Date());
      const name = `${nameOfMail(mail)}.eml`;
      await orFolderFault(() => (existsSync(join(root, name)) ? folder.sync(name) : folder.write(name, raw)));
    },
  };
}
