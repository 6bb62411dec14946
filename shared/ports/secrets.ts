/** Chance nobody can guess: session keys, form keys, one-time links. Tests set it. */
export interface Secrets {
  /** 43 characters of 256 bits, fit for an address and a cookie */
  next(): string;
}

/** Turns passwords into what may be stored. Slow and hungry by intent. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** `stored` null takes as long and is never right: who has no account must not be told apart by the time. */
  isRight(password: string, stored: string | null): Promise<boolean>;
}
