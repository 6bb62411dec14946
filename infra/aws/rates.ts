import { officeUse } from '#infra/aws/cost/office-uses.ts';
import type { ConcurrencyClass, Stage } from '#infra/aws/stages.ts';
import { sweepDefinition } from '#shared/workflow/sweep.definition.ts';

type Rates = Pick<Stage, 'textractPerSecond'>;

/**
 * Mails whose run may begin in a second: as many as Textract reads the pictures of. Faster, and their steps would wait for a turn
 * longer than they have patience; slower, and Textract would stand idle while mails wait.
 */
export const startsPerSecondOf = ({ textractPerSecond }: Rates): number =>
  textractPerSecond.detect / officeUse('picturesPerMail');

/** SQS takes no smaller bound. */
const atOnceLeast = 2;

/** How many mails are taken into custody at once: as many as begin while one of them is at work. Back-pressure, not speed. */
export const receiveAtOnceOf = (rates: Rates): number =>
  Math.max(atOnceLeast, Math.ceil(startsPerSecondOf(rates) * officeUse('secondsOfReceive')));

/** Twice what is at work on the average (its rate times how long it takes): what comes by chance comes in heaps. */
const forHeaps = 2;
/** A segment each, and what begins and ends the night. */
const besideSegments = 4;
const besideReceive = 2;

/** The gateway in front of the desk lets in no more: so many in a second, and so many at one instant. */
export const consoleRequests = { perSecond: 50, atOnce: 100 } as const;

/** How many of each function of a class may run at once, which follows from how many calls there are and how long each takes. */
export function reservedOf(rates: Rates): Readonly<Record<ConcurrencyClass, number>> {
  const atWork = (perSecond: number, seconds: number) =>
    Math.max(atOnceLeast, Math.ceil(forHeaps * perSecond * seconds));
  return {
    reading: atWork(rates.textractPerSecond.detect, officeUse('secondsPerPictureRead')),
    // a file a call, and half of the pages are pictures
    step: atWork(startsPerSecondOf(rates) * 2 * officeUse('picturesPerMail'), officeUse('secondsPerStep')),
    worker: receiveAtOnceOf(rates) + besideReceive,
    console: atWork(consoleRequests.atOnce, officeUse('secondsPerConsoleRequest')),
    night: sweepDefinition.States.WalkSegments.MaxConcurrency + besideSegments,
  };
}
