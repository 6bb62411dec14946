/**
 * Days after which a mail is kept where keeping is cheap and looking costs a little; it still opens at once. What SES laid down is
 * the same bytes as under raw/ and nobody reads it again; a mail itself is looked at until its year is closed and answered for.
 * S3 leaves files under 128 kB where they are.
 */
export const coldAfterDays = { inbound: 90, raw: 400 } as const;
