import { night } from './at-night.ts';
import { deskScenarios } from './at-the-desk.ts';
import { deliver, type Scenario } from './memory.ts';

const received = '2026-12-20T15:00:00.000Z';

/** A mail from its receipt to its answer, for each way that it may take through the machine. */
const intakes: readonly Scenario[] = [
  intake('a report that is complete', '01-fillable-form'),
  intake('a report without one of its certificates', '10-certificate-missing'),
  intake('a report that a person has to look at', '19-governmental-ethics'),
  intake('a report whose PDF is locked', '13-password-protected-pdf'),
  intake('an automatic answer', '28-out-of-office'),
  intake('a mail that is not from whom it says', '26-sender-fails-dmarc'),
  intake('an application with a private paper', '30-application-with-a-treatment-letter'),
  intake('the same files in another mail', '27-same-files-again', ['01-fillable-form']),
  intake('the very same mail again', '10-certificate-missing', ['10-certificate-missing']),
  intake('a certificate that was photographed', '24-one-certificate-photographed'),
];

function intake(name: string, mail: string, before: readonly string[] = []): Scenario {
  return {
    name,
    from: received,
    lay: (office) => deliver(before, received, office, new Map()),
    play: (office, memory) => deliver([mail], received, office, memory),
  };
}

const broken: readonly Scenario[] = [
  { ...intake('a mail whose bytes are lost: it is set aside', '10-certificate-missing'), lost: 'raw' },
  { ...intake('a mail whose files are lost: they are left unread', '10-certificate-missing'), lost: 'document' },
];

export const scenarios: readonly Scenario[] = [...intakes, ...broken, ...deskScenarios, night];
