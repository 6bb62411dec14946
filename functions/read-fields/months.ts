import { amountOf } from './hours.ts';

const amount = String.raw`(?:\d{1,3}(?:[.,]\d{1,2})?\s?[¼½¾]?|\d{1,2}\s+[13]/[24]|[¼½¾]|[a-z]+(?:\s+and\s+(?:a|one)[\s-]*half)?)`;
const years = new RegExp(`(?<amount>${amount})\\s*\\+?\\s*(?:years?|yrs?|a[ñn]os?)\\b\\.?`, 'iu');
const months = new RegExp(`(?<amount>${amount})\\s*\\+?\\s*(?:months?|mos?|mths?|mes(?:es)?)\\b\\.?`, 'iu');
const vague = /\b(?:about|approx\w*|around|almost|nearly|over|more than|at least|less than|under|almost)\b|[~+<>]/i;

export type Months = { value: string; isExact: boolean };

/** A length of time in whole months: "18 months", "2 years", "1 year and 6 months", "since March 2022" up to `until` (a day). */
export function monthsIn(text: string, until: string | null): Months | null {
  return spanOf(text, until) ?? lengthOf(text);
}

function lengthOf(text: string): Months | null {
  const [inYears, inMonths] = [thousandthsOf(years.exec(text)), thousandthsOf(months.exec(text))];
  if (inYears === null && inMonths === null) return null;
  const total = ((inYears ?? 0) * 12 + (inMonths ?? 0)) / 1000;
  return total > 0 && total < 1200 ? { value: String(Math.trunc(total)), isExact: !vague.test(text) } : null;
}

function thousandthsOf(found: RegExpExecArray | null): number | null {
  return found ? amountOf(found.groups?.amount ?? '') : null;
}

const names = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const moment = String.raw`(?:(?<name>(?:${names})[a-z]*)\.?,?\s*(?:\d{1,2},?\s+)?(?<y1>(?:19|20)\d{2})|(?<m>\d{1,2})[/-](?:\d{1,2}[/-])?(?<y2>(?:19|20)\d{2}))`;

type Moment = { at: number; end: number; months: number };

function momentsIn(text: string): Moment[] {
  return [...text.matchAll(new RegExp(moment, 'giu'))].flatMap((match) => {
    const groups = match.groups ?? {};
    const month = groups.name ? names.split('|').indexOf(groups.name.slice(0, 3).toLowerCase()) + 1 : Number(groups.m);
    const year = Number(groups.y1 ?? groups.y2);
    if (month < 1 || month > 12) return [];
    return [{ at: match.index, end: match.index + match[0].length, months: year * 12 + month }];
  });
}

/** From one month to another, or to the day the form was signed where it says "to present" or "since". */
function spanOf(text: string, until: string | null): Months | null {
  const [from, to, ...more] = momentsIn(text);
  if (from === undefined || more.length > 0) return null;
  const isOpen = /\b(?:since|present|now|current|today|ongoing|to date)\b|desde/i.test(text);
  const [year = '', month = ''] = until?.split('-') ?? [];
  const last = to?.months ?? (isOpen && until !== null ? Number(year) * 12 + Number(month) : null);
  if (last === null || last <= from.months) return null;
  return { value: String(last - from.months), isExact: to !== undefined };
}
