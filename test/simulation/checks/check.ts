/** One thing that has to hold; `broken` says each case in which it does not. */
export type Check = { readonly says: string; readonly looked: number; readonly broken: readonly string[] };
