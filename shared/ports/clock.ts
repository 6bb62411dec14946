/** The time outside. Domain and rules never see it: instants come in as arguments. */
export interface Clock {
  /** ISO UTC instant with milliseconds */
  now(): string;
}

/** New ids; tests set them. */
export interface Ids {
  /** 26 lower-case characters, sorted by time of making */
  next(): string;
}
