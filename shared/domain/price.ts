/** Millionths of a US dollar, whole: a page of plain text costs 1,500. */
export type Microdollars = number;

export const microdollarsOf = (dollars: number): Microdollars => Math.round(dollars * 1_000_000);
