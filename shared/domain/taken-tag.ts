/** Hung on what the mail service laid down, once the mail is in custody: from then on it is a copy that a rule may end. */
export const takenTag = { Key: 'taken', Value: 'yes' } as const;
