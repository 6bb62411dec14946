import { DeleteObjectCommand, HeadObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { partsOfKey } from '#shared/adapters/file-key.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileDisposal, FileLock } from '#shared/ports/file-disposal.ts';
import type { FileKey } from '#shared/ports/file-store.ts';
import { answerOf, errorNameOf, faultOf } from './aws-faults.ts';

const versionSchema = z.object({ Key: z.string(), VersionId: z.string() });
const pageSchema = z.object({
  Versions: z.array(versionSchema).default([]),
  DeleteMarkers: z.array(versionSchema).default([]),
  NextKeyMarker: z.string().optional(),
  NextVersionIdMarker: z.string().optional(),
});
const headSchema = z.object({
  ObjectLockRetainUntilDate: z.date().optional(),
  ObjectLockLegalHoldStatus: z.string().optional(),
});

type Version = { VersionId: string; isMarker: boolean };

/**
 * Every version of an object and every mark that hides one: what is hidden can be brought back, and a paper that two people let go of
 * has to be gone. Object Lock is asked first, and whoever holds this has no right to pass it. What it asks for is
 * the head of a version, which says its lock; without the key of papers it could read none.
 */
export function openS3FileDisposal(bucket: string, clock: Clock, client = new S3Client({})): FileDisposal {
  async function versionsOf(key: FileKey): Promise<Version[]> {
    partsOfKey(key);
    const found: Version[] = [];
    let from: { KeyMarker?: string; VersionIdMarker?: string } | null = {};
    while (from !== null) {
      const command: ListObjectVersionsCommand = new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: key,
        ...from,
      });
      const page = answerOf(pageSchema, await client.send(command).catch(raise));
      const own = (isMarker: boolean) => (one: z.infer<typeof versionSchema>) =>
        one.Key === key ? [{ VersionId: one.VersionId, isMarker }] : [];
      found.push(...page.Versions.flatMap(own(false)), ...page.DeleteMarkers.flatMap(own(true)));
      const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
      from =
        KeyMarker === undefined ? null : { KeyMarker, ...(VersionIdMarker === undefined ? {} : { VersionIdMarker }) };
    }
    return found;
  }

  async function lockOfVersion(key: FileKey, VersionId: string): Promise<FileLock | null> {
    const object = { Bucket: bucket, Key: key, VersionId };
    const head = answerOf(headSchema, await client.send(new HeadObjectCommand(object)).catch(raise));
    if (head.ObjectLockLegalHoldStatus === 'ON') return { until: null };
    const until = head.ObjectLockRetainUntilDate?.toISOString();
    return until !== undefined && until > clock.now() ? { until } : null;
  }

  return {
    async lockOf(key) {
      const locks: FileLock[] = [];
      for (const { VersionId, isMarker } of await versionsOf(key)) {
        const lock = isMarker ? null : await lockOfVersion(key, VersionId);
        if (lock !== null) locks.push(lock);
      }
      return latest(locks);
    },
    async destroy(key) {
      // the file first: a mark that hides it goes last, so that what is half done still hides it
      const versions = (await versionsOf(key)).sort((a, b) => Number(a.isMarker) - Number(b.isMarker));
      for (const { VersionId } of versions) {
        try {
          await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId }));
        } catch (error) {
          if (errorNameOf(error) === 'AccessDenied') throw new TryAgain('this file may not be ended now: it is locked');
          throw faultOf(error);
        }
      }
    },
  };
}

/** One that only a person lifts lasts longest. */
function latest(locks: readonly FileLock[]): FileLock | null {
  const [first = null, ...others] = locks;
  return others.reduce<FileLock | null>((last, one) => {
    if (last === null || last.until === null) return last;
    return one.until === null || one.until > last.until ? one : last;
  }, first);
}

function raise(error: unknown): never {
  throw faultOf(error);
}
