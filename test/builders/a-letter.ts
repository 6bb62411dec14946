import type { Letter } from '#shared/domain/letter.ts';
import { letterMessageId } from '#shared/records/letter-ids.ts';

/** Dana Fontenot's letter of October 2, as the night left it. */
export function aLetter(own: Partial<Letter> = {}): Letter {
  const key = { specialistId: 'RPSS-0042', year: 2026, line: '90-days-before-due-day', ...own };
  return {
    letter: 'reminder-nothing-received',
    resolution: null,
    language: 'en',
    standing: 'nothing-received',
    missing: '',
    day: '2026-10-02',
    // a Friday; then a weekend, and three more days
    hours: [2, 5, 6, 7].map((day) => ({
      from: `2026-10-0${day}T14:00:00.000Z`,
      until: `2026-10-0${day + 1}T05:00:00.000Z`,
    })),
    messageId: letterMessageId('a secret of this installation', key, 'example.gov'),
    to: 'dana.fontenot@example.org',
    subject: 'Your training hours for 2026',
    text: 'Hello,\n\nWe have not found any papers from you for 2026 yet.\n',
    writtenAt: '2026-10-02T07:00:00.000Z',
    state: 'waiting',
    fate: null,
    sentAt: null,
    ...key,
  };
}
