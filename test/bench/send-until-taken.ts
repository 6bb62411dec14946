import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { inbox } from '#test/fixtures/make/mail.ts';

/** How often each answer that is no 250 came: "451", or the network's own word. */
export type Refusals = Map<string, number>;

const faultSchema = z.object({ responseCode: z.number().optional(), code: z.string().optional() });
const secondsBetweenTries = 2;

/** A mail server's outgoing queue: tries again until it has a 250, and only then forgets the mail. */
export async function sendUntilTaken(
  raw: Buffer,
  { port, acknowledged, refusals }: { port: number; acknowledged: Map<string, number>; refusals: Refusals },
): Promise<void> {
  const from = /^From: .*<(.+)>\r$/m.exec(raw.subarray(0, 5_000).toString('latin1'))?.[1] ?? '';
  for (;;) {
    const refused = await tryOnce(raw, from, port);
    if (refused === null) break;
    refusals.set(refused, (refusals.get(refused) ?? 0) + 1);
    await pause(secondsBetweenTries * 1000);
  }
  acknowledged.set(createHash('sha256').update(raw).digest('hex'), Date.now());
}

/** Null: it was taken. */
async function tryOnce(raw: Buffer, from: string, port: number): Promise<string | null> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, socketTimeout: 60_000 });
  try {
    const { response } = await transport.sendMail({ envelope: { from, to: inbox }, raw });
    return response.startsWith('250') ? null : response.slice(0, 3);
  } catch (fault) {
    const { responseCode, code } = faultSchema.safeParse(fault).data ?? {};
    return String(responseCode ?? code ?? 'unknown');
  } finally {
    transport.close();
  }
}
