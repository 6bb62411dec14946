import { type IdentityChange, identityChangeSchema } from '#shared/domain/identity-change.ts';
import { submissionIdFor } from './a-submission.ts';
import { ann } from './staff.ts';

/** Dana wrote from another address, in her own name. */
export function anIdentityChange(own: Partial<IdentityChange> = {}): IdentityChange {
  return identityChangeSchema.parse({
    ...{ changeId: 'a1b2c3d4e5f6', specialistId: 'RPSS-0042', field: 'email' },
    ...{ from: 'dana.fontenot@example.org', to: 'dana.new@elsewhere.example', submissionId: submissionIdFor(7) },
    ...{ proposedAt: '2026-11-20T15:00:00.000Z', state: 'proposed', asked: null, wrongAnswers: 0 },
    ...{ confirmed: null, decided: null },
    ...own,
  });
}

/** Ann asked, and the owner of the address on file answered. */
export function aConfirmedChange(): IdentityChange {
  const question = { by: ann, at: '2026-11-20T16:00:00.000Z', until: '2026-12-04T16:00:00.000Z', times: 1 };
  return anIdentityChange({
    state: 'confirmed',
    asked: { ...question, address: 'dana.fontenot@example.org', messageId: 'a@b', codeHash: 'x' },
    confirmed: { submissionId: submissionIdFor(7), at: '2026-11-21T16:00:00.000Z' },
  });
}
