import type { Answer } from '#shared/domain/answer.ts';

export function anAnswer(own: Partial<Answer> = {}): Answer {
  return {
    messageId: 'answer-1@example.gov',
    to: 'dana.fontenot@example.org',
    subject: 'Re: your message to the peer support programme (LA-2026-000001)',
    text: 'Hello Dana,\n\nThank you. We have read your papers and counted your hours.\n\nYour reference: LA-2026-000001',
    inReplyTo: 'mail-1@example.org',
    references: ['mail-1@example.org'],
    writtenAt: '2026-11-20T15:00:20.000Z',
    state: 'sent',
    sentAt: '2026-11-20T15:00:21.000Z',
    ...own,
  };
}
