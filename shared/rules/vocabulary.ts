/** hours: whole hundredths (250 is 2.5 h); count and year: whole numbers; day: yyyy-mm-dd; word: text; yes-no: boolean. */
export const factKinds = ['hours', 'count', 'year', 'day', 'word', 'yes-no'] as const;
export type FactKind = (typeof factKinds)[number];

/** What a fact is called when it is missing: "1.25 hours of ethics", "1 certificate", "the report form". */
export type MissingWords = { readonly one: string; readonly many: string };

export type FactSaid = {
  readonly kind: FactKind;
  /** what to call it when it is not known: "We do not know {missing} yet." */
  readonly inWords: string;
  readonly missing?: MissingWords;
};

/** A fact that code works out. */
export type CodeFact = FactSaid & {
  /** how the value comes about, for officer and developer */
  readonly from: string;
};

/** Everything the rules of one programme may ask: the facts of the catalogue and those of its own pages. */
export type Vocabulary = Readonly<Record<string, FactSaid>>;

export function saidOf(vocabulary: Vocabulary, name: string): FactSaid | undefined {
  return Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
}

/** Whether a name of a programme's own page stands for hours: it says so. The kind of an amount is known the same way. */
export function isNameOfHours(name: string): boolean {
  return /\bhours\b/.test(name);
}
