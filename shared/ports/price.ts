/** Millionths of a US dollar, whole: a page of plain text costs 1,500. */
export type Microdollars = number;
