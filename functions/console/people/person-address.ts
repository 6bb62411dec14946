/** Where the page of a person is. */
export function personAddress(specialistId: string): string {
  return `/people/${encodeURIComponent(specialistId.toWellFormed())}`;
}
