import type { Judgement } from '#shared/domain/judgement.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
import { noRulings, type Rulings } from '#shared/domain/ruling.ts';
import type { Person } from '#test/fixtures/make/people.ts';
import { ethicsOf, hundredths, isCleared, mayCount } from '../truth.ts';
import type { Took } from '../world/courses.ts';
import type { SentMail } from '../world/write-mail.ts';

/** What the reviewer knows of whom a case is about: everything that person has sent. */
export type Known = { readonly year: number; readonly people: readonly Person[]; readonly mails: readonly SentMail[] };

/** A person has spoken to whoever sent it, and the papers bear the name. */
export function withoutDoubts({ reasons }: Judgement): Rulings {
  const codes = [...new Set(reasons.map(({ code }) => code))].filter((code) => doubtsAboutWho.has(code));
  const reason = 'I called the number on file: the papers are theirs, and they had them sent.';
  return { ...noRulings, doubts: codes.map((code) => ({ code, document: null, reason })) };
}

/** What a person says of each line that the machine left open: it counts, it does not, or its papers are not there yet. */
export function rulingsOn({ credits }: Judgement, known: Known): Rulings['credits'] {
  return credits
    .filter(({ status, ruling }) => status === 'undecided' && ruling === undefined)
    .flatMap((credit): Rulings['credits'] => {
      const found = tookOf(credit, known);
      if (!found) return [];
      const { took, person } = found;
      const { creditId, title } = credit;
      const line = { creditId, title, bucket: null, hours: null };
      if (took.course.isForJob)
        return [{ ...line, counts: false, code: 'excluded-training', reason: 'A training that the job asks for.' }];
      if (!mayCount(took, known.year))
        return [{ ...line, counts: false, code: 'out-of-period', reason: 'Finished in another year.' }];
      if (!isCleared(took, person, known.mails)) return [];
      const bucket = ethicsOf(took.course) === hundredths(took.course.hours) ? ('ethics' as const) : ('core' as const);
      const hours = credit.hours ?? hundredths(took.course.hours);
      const reason = 'I read the form for it: it is about recovery.';
      return [{ ...line, counts: true, bucket: credit.bucket ?? bucket, hours, code: null, reason }];
    });
}

/** The training that a line is about, where the person's certificate of it is there. */
function tookOf(
  { title, completedOn }: Judgement['credits'][number],
  { people, mails }: Known,
): { took: Took; person: Person } | null {
  const isIt = ({ course, on }: Took) => course.title.toLowerCase() === title.toLowerCase() && on === completedOn;
  const papers = mails.flatMap((mail) => mail.papers).filter(({ isClosed }) => !isClosed);
  for (const { states } of papers) {
    if (states.what !== 'certificate' || !isIt(states.took)) continue;
    const person = people.find(({ specialistId }) => specialistId === states.of);
    if (person) return { took: states.took, person };
  }
  return null;
}
