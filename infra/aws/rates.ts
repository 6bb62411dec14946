import { officeUse } from '#infra/aws/cost/office-uses.ts';
import type { Stage } from '#infra/aws/stages.ts';

/**
 * Mails whose run may begin in a second: as many as Textract reads the pictures of. Faster, and their steps would wait for a turn
 * longer than they have patience; slower, and Textract would stand idle while mails wait.
 */
export const startsPerSecondOf = ({ textractPerSecond }: Pick<Stage, 'textractPerSecond'>): number =>
  textractPerSecond.detect / officeUse('picturesPerMail');
