import { describe, expect, test } from 'vitest';
import { asksToStop } from '#shared/domain/mail-stop.ts';

const quoted =
  '\n\nOn Fri, Oct 2, 2026 at 9:00 AM Office wrote:\n> We have not found any papers from you.\n> answer with the word STOP';

describe('somebody asks for no more letters', () => {
  test.each([
    'STOP',
    'stop.',
    'Stop!',
    'Please stop',
    'Unsubscribe',
    'no more emails please',
    'Stop sending me these emails',
    'ALTO',
    'Por favor alto',
    'No más correos',
    'No me escriban más',
    'Remove me',
  ])('by "%s" above what is quoted', (words) => {
    expect(asksToStop('Re: Your training hours for 2026', `${words}${quoted}`)).toBe(true);
  });

  test('by the subject alone, as the button of a mail program writes it', () => {
    expect(asksToStop('stop', '')).toBe(true);
    expect(asksToStop('Re: unsubscribe', quoted)).toBe(true);
  });

  test.each([
    ['when the word only stands in what is quoted', 'Re: Your training hours', quoted],
    [
      'when it begins another sentence',
      'Re: Your training hours',
      `Stop by the office on Monday? I have my papers.${quoted}`,
    ],
    ['when something else comes first', 'Re: Your training hours', `Here are my papers.\nStop${quoted}`],
    ['when it is a question', 'stop', 'When do I have to send my certificates?'],
    ['when nothing is written', 'Your training hours', ''],
  ])('not %s', (_how, subject, text) => {
    expect(asksToStop(subject, text)).toBe(false);
  });
});
