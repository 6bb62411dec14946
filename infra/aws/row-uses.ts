/**
 * What a Lambda may do to rows of the table, in the words of the port (shared/ports/record-store.ts): look one up by its key, list a
 * partition of the table or of one of its indexes, write a row, take one away, make a write hang on another row.
 */
export type RowUse = 'find' | 'list' | 'index1' | 'index2' | 'put' | 'remove' | 'check';

/** `index`: it is asked of that index and not of the table. A write is a transaction, for which AWS asks by what is in it. */
export const rightOf: Readonly<Record<RowUse, { action: string; index?: 'index1' | 'index2' }>> = {
  find: { action: 'dynamodb:GetItem' },
  list: { action: 'dynamodb:Query' },
  index1: { action: 'dynamodb:Query', index: 'index1' },
  index2: { action: 'dynamodb:Query', index: 'index2' },
  // an update and not a put: only an update counts the version on by itself
  put: { action: 'dynamodb:UpdateItem' },
  remove: { action: 'dynamodb:DeleteItem' },
  check: { action: 'dynamodb:ConditionCheckItem' },
};
