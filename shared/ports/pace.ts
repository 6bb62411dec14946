/** So many calls a second of one service, whoever makes them: every process that asks the same service shares it. */
export interface Pace {
  /** Comes back when it is one's turn. Throws `Paced` when too many wait before: nothing was done, and it counts as no failure. */
  turn(): Promise<void>;
}
