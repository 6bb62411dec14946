import { billOf } from './cost-in-lines.ts';

/** A form and five certificates, half of them scanned: what a person of the programme sends once a year. */
const usual = { submissions: 1, pages: 6, pictures: 3 };

/** What the figures of a deployment take a mail to cost beside its reading, which is counted page by page. US dollars. */
export function dollarsBesideReading(): number {
  const { submission, reading } = billOf(usual);
  return submission - reading;
}
