import { describe, expect, it } from 'vitest';
import { pacedMailSender } from '#shared/adapters/paced-mail-sender.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';

const mail: OutgoingMail = {
  messageId: 'one@example.org',
  to: 'dana@example.org',
  subject: 'Your hours',
  text: 'Hello.',
  inReplyTo: null,
  references: [],
};

/** A clock that goes on only while somebody waits; when each mail went, in milliseconds. */
function paced(perSecond: number) {
  let clock = 10_000;
  const went: number[] = [];
  const pause = async (milliseconds: number) => {
    clock = Math.max(clock, clock + milliseconds);
  };
  const sender = { send: async () => void went.push(clock - 10_000) };
  const later = (milliseconds: number) => {
    clock += milliseconds;
  };
  return { sender: pacedMailSender(sender, perSecond, { now: () => clock, pause }), went, later };
}

describe('a sender that may send so many mails a second', () => {
  it('lets the first go at once, and each of the others a gap after the one before', async () => {
    const { sender, went } = paced(10);
    for (let number = 0; number < 5; number += 1) await sender.send(mail);
    expect(went).toEqual([0, 100, 200, 300, 400]);
  });

  it('saves up nothing while nobody sends', async () => {
    const { sender, went, later } = paced(4);
    await sender.send(mail);
    later(5_000);
    for (let number = 0; number < 3; number += 1) await sender.send(mail);
    expect(went).toEqual([0, 5_000, 5_250, 5_500]);
  });

  it('hands on what the relay says of a mail', async () => {
    const refusing = { send: () => Promise.reject(new Error('no')) };
    await expect(pacedMailSender(refusing, 10).send(mail)).rejects.toThrow('no');
  });

  it('is set for the office at no more than a mail service allows a new account, with room for answers', () => {
    expect(office.lettersPerSecond).toBeGreaterThan(0);
    expect(office.lettersPerSecond).toBeLessThan(14);
  });
});
