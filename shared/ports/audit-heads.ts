/**
 * Where the ends of all audit trails are laid down each night, outside the store of records: a folder, or a bucket that lets nobody
 * change what lies in it. Whoever changes the records cannot change these with them.
 */
export interface AuditHeads {
  /** The text of a day, once. "there": exactly this lies there already; "other": something else does, and stays. */
  keep(day: string, text: string): Promise<'kept' | 'there' | 'other'>;
  read(day: string): Promise<string | null>;
  /** Every day that was laid down, the first one first. */
  days(): Promise<string[]>;
}
