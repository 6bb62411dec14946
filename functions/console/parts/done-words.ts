/** What was just done, as the address after a form names it. Words of others never come out of an address. */
const words: Readonly<Record<string, string>> = {
  saved: 'Saved. What you said is kept with your name; what was read stays beside it.',
  taken: 'This case is yours now.',
  'taken-saved': 'This case is yours again, and what you typed is saved.',
  undone: 'Taken back. The case is open again, and yours.',
  confirmed: 'You agreed. It is carried out a minute from now.',
  refused: 'You did not agree. The case is open again, with your reason beside it.',
  reopened: 'Open again, with your reason beside it. What was decided goes on holding until somebody decides anew.',
  'set-apart': 'Noted: that mail does not belong to this case, and never brings it back again.',
  'waits-again': 'Noted: that mail does not belong to this case. It waits for its sender again, as before.',
  joined: 'Noted: that mail belongs to this case after all. The case is open again.',
  'sent-to-read': 'Your word on the pages is kept. The machine reads the papers again.',
  'read-again': 'The papers were read again. Look them over as if they had just come.',
  topic: 'Kept: the next reviewer of this training will see it as a suggestion.',
};

/** After these the work on the case may be over; `decided` needs no words, the page shows it at its top. */
const decisions: ReadonlySet<string> = new Set(['decided', 'undone', 'confirmed', 'refused']);
export const isAboutDecision = (done: string | undefined): boolean => done !== undefined && decisions.has(done);

export function doneWords(done: string | undefined): string | null {
  return done !== undefined && Object.hasOwn(words, done) ? (words[done] ?? null) : null;
}
