import type { Completeness, Destination } from '#shared/domain/application.ts';

export const completenessWords: Readonly<Record<Completeness, string>> = {
  complete: 'Complete',
  incomplete: 'Not complete yet',
  'cannot-tell': 'A person reads it',
};

export const destinationWords: Readonly<Record<Destination, string>> = {
  here: 'The right place',
  elsewhere: 'Meant for another place',
  'somebody-else': 'Names another office',
  'not-known': 'Not known',
};
