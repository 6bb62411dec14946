import { aDecidingDesk } from './a-deciding-desk.ts';
import { aField } from './a-document.ts';
import { certificate, core, ethics, report, row } from './a-judged-mail.ts';

/** Its hours are seven; the machine saw a one, and was not sure. */
const misread = certificate(core, { hours: aField('1', { confidence: 0.55 }) });
export const misreadPapers = [report([row(ethics), row(core)]), certificate(ethics), misread];
/** What the person says who looks at it. */
export const sevenHours = { what: 'field', document: 2, field: 'hours', value: '7' };

/** A desk where such a mail waits, and somebody has taken it. */
export async function aDeskWithAMisreadMail(options: Parameters<typeof aDecidingDesk>[0] = {}) {
  const desk = await aDecidingDesk(options);
  await desk.waiting(1, { documents: misreadPapers });
  await desk.claim(1);
  return desk;
}
