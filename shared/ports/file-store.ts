/** Bytes that never change and that nobody who holds this can end (file-disposal.ts), named by what they are: `folder/sha256`. S3 on AWS, a folder on one machine. */
export const fileFolders = ['raw', 'document', 'reading', 'picture'] as const;
export type FileFolder = (typeof fileFolders)[number];

/** `raw/9f86d0…`: folder, slash, lower-case sha-256 of the bytes. */
export type FileKey = string;

export interface FileStore {
  /** Returns only when the bytes are durable. Putting the same bytes again is the same key and no harm. */
  put(folder: FileFolder, bytes: Uint8Array): Promise<FileKey>;
  /** Throws `GiveUp` when there is no such file or its bytes no longer match their name; `TryAgain` when the store is busy. */
  read(key: FileKey): Promise<Uint8Array>;
  has(key: FileKey): Promise<boolean>;
  /** The keys of a folder in their order, page after page; a missing `after` means there is no more. */
  list(folder: FileFolder, after?: FileKey): Promise<FilePage>;
}

export type FilePage = { keys: FileKey[]; after?: FileKey };
