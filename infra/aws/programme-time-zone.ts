import { join } from 'node:path';
import { readBundlePages } from '#shared/adapters/aws/bundle-pages.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { readProgramme } from '#shared/rules/read-programme.ts';
import { commonTopics } from '#shared/rules/topics/topic-book.ts';

const root = join(import.meta.dirname, '..', '..');

/** By whose clock a night begins. Read from the pages that are deployed: a programme that cannot be read is not deployed either. */
export function programmeTimeZone(): string {
  const common = Object.entries(readBundlePages(join(root, 'shared', 'rules', commonTopics)));
  const shared = Object.fromEntries(common.map(([path, text]) => [commonTopics + path, text]));
  return readProgramme({ ...readBundlePages(join(root, office.programmeFolder)), ...shared }).timeZone;
}
