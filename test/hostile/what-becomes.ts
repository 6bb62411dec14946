import { openMail } from '#shared/mail/open-mail.ts';
import type { OpenedMail } from '#shared/ports/mail-opener.ts';
import { hashOf } from './invariants.ts';

/** The words of the table of bad inputs, as far as opening a mail decides about them. */
export type Word = 'ACCEPT' | 'REVIEW' | 'QUARANTINE';

/**
 * QUARANTINE: the mail, or a file in it, is for security only. REVIEW: a doubt that lets nothing be accepted by machine (a person looks, or
 * the sender is asked). ACCEPT: opening it says nothing against it.
 */
function wordOf(opened: OpenedMail): Word {
  if (opened.outcome === 'refused') return opened.quarantine ? 'QUARANTINE' : 'REVIEW';
  const refusals = opened.files.flatMap(({ refused, isDecoration }) =>
    refused && !isDecoration ? [refused.code] : [],
  );
  if (refusals.includes('unsafe-file')) return 'QUARANTINE';
  return opened.concerns.length > 0 || refusals.length > 0 ? 'REVIEW' : 'ACCEPT';
}

/** Opens a mail as the system does, and holds what always holds: its raw bytes stay as they came, and each doubt has its words. */
export async function becomes(raw: Uint8Array) {
  const before = hashOf(raw);
  const opened = await openMail(raw);
  if (hashOf(raw) !== before) throw new Error('opening changed the raw mail');
  const reasons = opened.outcome === 'refused' ? [opened.reason] : opened.concerns;
  if (reasons.some(({ text }) => text === '')) throw new Error('a doubt without words');
  const all = opened.outcome === 'opened' ? opened.files : [];
  const papers = all.filter(({ isDecoration }) => !isDecoration);
  return {
    word: wordOf(opened),
    codes: [...reasons.map(({ code }) => code), ...papers.flatMap(({ refused }) => (refused ? [refused.code] : []))],
    flags: [...(opened.mail?.flags ?? [])],
    files: papers.map(({ attachment }) => attachment),
    hashes: papers.map(({ bytes }) => hashOf(bytes)),
    types: papers.map(({ mediaType }) => mediaType),
    others: all.filter(({ isDecoration }) => isDecoration).map(({ attachment }) => attachment),
    mail: opened.mail,
  };
}
