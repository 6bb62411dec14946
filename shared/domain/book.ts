/** The pages of a programme as they stood when it was read: what a judgement is made by, and can be made by again. */
export type Book = {
  /** the texts by path; letters are left out, since they only say an answer in other words */
  readonly pages: Readonly<Record<string, string>>;
  /** the hash of each page, by path */
  readonly hashes: Readonly<Record<string, string>>;
  /** of all of them together */
  readonly sha256: string;
};
