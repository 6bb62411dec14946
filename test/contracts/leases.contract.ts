import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeLeases } from '#functions/desk/leases.ts';
import { heartbeatSeconds, leaseMinutes } from '#shared/domain/lease.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findLease } from '#shared/records/lease-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben, cleo } from '#test/builders/staff.ts';

/**
 * A case has one holder at a time, whatever the store and whoever is first. Every test takes a case of its own. `races`: in
 * how many orders two people are let loose on one case; none where the store's double does not keep writers apart.
 */
export function leasesContract(open: () => Promise<RecordStore>, { races }: { races: number }): void {
  let records: RecordStore;
  let count = 0;
  let now = Date.parse('2026-12-18T15:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  const minutes = (number: number) => {
    now += number * 60_000;
  };
  beforeAll(async () => {
    records = await open();
  });

  async function aCase() {
    count += 1;
    const submission = aSubmission({ number: count });
    await records.write([submissionWrite(submission, 'absent')]);
    return submission.submissionId;
  }
  const leases = () => makeLeases({ records, clock });

  describe('a case', () => {
    it('belongs to the first who takes it, and the second hears who has it', async () => {
      const id = await aCase();
      expect(await leases().claim(id, ann)).toMatchObject({ answer: 'yours' });
      expect(await leases().claim(id, ben)).toMatchObject({ answer: 'held-by-another', by: ann });
    });

    it('stays with its holder as long as the page says so, and is free a quarter of an hour after', async () => {
      const id = await aCase();
      await leases().claim(id, ann);
      minutes(14);
      expect(await leases().renew(id, ann)).toMatchObject({ answer: 'yours' });
      minutes(14);
      expect(await leases().claim(id, ben)).toMatchObject({ answer: 'held-by-another' });
      minutes(1);
      expect(await leases().claim(id, ben)).toMatchObject({ answer: 'yours', lease: { by: ben } });
    });

    it('outlives a few heartbeats that never arrived', () => {
      expect((leaseMinutes * 60) / heartbeatSeconds).toBeGreaterThanOrEqual(3);
    });

    it('is not taken back by the heartbeat of a page that slept too long', async () => {
      const id = await aCase();
      await leases().claim(id, ann);
      minutes(16);
      expect(await leases().renew(id, ann)).toEqual({ answer: 'not-held' });
      await leases().claim(id, ben);
      expect(await leases().renew(id, ann)).toMatchObject({ answer: 'held-by-another', by: ben });
    });

    it('is free at once when it is given back, and only its holder can give it back', async () => {
      const id = await aCase();
      await leases().claim(id, ann);
      expect(await leases().release(id, ben)).toMatchObject({ answer: 'held-by-another', by: ann });
      expect(await leases().release(id, ann)).toEqual({ answer: 'not-held' });
      expect(await leases().claim(id, ben)).toMatchObject({ answer: 'yours' });
    });

    it('goes to the colleague it is handed to, and to nobody else', async () => {
      const id = await aCase();
      expect(await leases().handOver(id, ann, cleo)).toEqual({ answer: 'not-held' });
      await leases().claim(id, ann);
      expect(await leases().handOver(id, ann, cleo)).toMatchObject({ answer: 'held-by-another', by: cleo });
      expect(await leases().claim(id, ann)).toMatchObject({ answer: 'held-by-another', by: cleo });
      expect(await leases().renew(id, cleo)).toMatchObject({ answer: 'yours' });
    });

    it('that is not there cannot be taken', async () => {
      expect(await leases().claim(submissionIdFor(999_999), ann)).toEqual({ answer: 'no-such-case' });
    });

    it('never has the version again that it once had: a stale page is known by it', async () => {
      const id = await aCase();
      const versions: (number | undefined)[] = [];
      for (const who of [ann, ben, ann]) {
        await leases().claim(id, who);
        versions.push((await findLease(records, id))?.version);
        await leases().release(id, who);
      }
      expect(new Set(versions).size).toBe(3);
    });
  });

  describe('the next case', () => {
    it('is the first of the list that nobody else holds', async () => {
      const ids = [await aCase(), await aCase(), await aCase()];
      await leases().claim(ids[0] ?? submissionIdFor(0), ben);
      expect((await leases().takeNext(ids, ann))?.id).toBe(ids[1]);
      expect((await leases().takeNext(ids, cleo))?.id).toBe(ids[2]);
      expect(await leases().takeNext(ids.slice(0, 2), cleo)).toBeNull();
    });
  });

  describe.skipIf(races === 0)('two people at once', () => {
    it('B242: never both hold a case, in whatever order their reads and writes fall', async () => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, isRunOut) => {
          const id = await aCase();
          if (isRunOut) {
            await leases().claim(id, cleo);
            minutes(20);
          }
          const slow: RecordStore = {
            find: scheduler.scheduleFunction((key) => records.find(key)),
            list: (query) => records.list(query),
            count: (query) => records.count(query),
            write: scheduler.scheduleFunction((writes) => records.write(writes)),
          };
          const racing = makeLeases({ records: slow, clock });
          const answers = [racing.claim(id, ann), racing.claim(id, ben)];
          await scheduler.waitFor(Promise.all(answers));
          const said = await Promise.all(answers);
          expect(said.filter(({ answer }) => answer === 'yours')).toHaveLength(1);
          const winner = said[0]?.answer === 'yours' ? ann : ben;
          expect((await findLease(records, id))?.lease.by).toBe(winner);
        }),
        { numRuns: races },
      );
    });

    it('are never given the same case when both ask for the next', async () => {
      const ids = await Promise.all([0, 1, 2].map(() => aCase()));
      const taken = await Promise.all([ann, ben, cleo].map((who) => leases().takeNext(ids, who)));
      expect(new Set(taken.map((one) => one?.id)).size).toBe(3);
    });
  });
}
