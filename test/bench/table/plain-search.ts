/**
 * What an archive of papers has to go on: the text of a page and an expression for each field, the labels of any certificate. The
 * first place that fits is the answer; it is neither doubted nor looked at again. As paperless-ngx reads: a day, where several stand, is
 * the first.
 */
const months = 'january february march april may june july august september october november december'.split(' ');

export const searched = ['attendeeName', 'courseTitle', 'completedOn', 'hours'] as const;
export type Searched = (typeof searched)[number];

const name = String.raw`([A-Z][\p{L}'’.-]+(?:[ \t]+[A-Z][\p{L}'’.-]+){1,3})`;
const rest = String.raw`["“]?([^\n"”]{4,90})`;
const gap = String.raw`[\s:.\-–_]*`;
const expressions: Readonly<Record<'attendeeName' | 'courseTitle' | 'hours', readonly RegExp[]>> = {
  attendeeName: [
    new RegExp(
      `(?:certif(?:y|ies) that|presented to|awarded to|granted to|acknowledges that|recognizes|congratulations)${gap}${name}`,
      'iu',
    ),
    new RegExp(`(?:participant|attendee|recipient|student|learner|name)(?: name)?${gap}${name}`, 'iu'),
  ],
  courseTitle: [
    new RegExp(
      `(?:successfully completed|has completed|completion of|completing|attended|participated in|entitled|titled)(?: the)?(?: training| course| workshop| session| webinar)?${gap}${rest}`,
      'iu',
    ),
    new RegExp(
      `(?:course|training|title|workshop|session|program|activity|topic)(?: title| name)?[\\s]*:${gap}${rest}`,
      'iu',
    ),
  ],
  hours: [
    /(?:hours|credits?|ceus?)(?: earned| awarded| completed)?\s*[:-]\s*(\d{1,2}(?:\.\d{1,2})?)/iu,
    /(\d{1,2}(?:\.\d{1,2})?)\s*(?:contact|credit|clock|training|continuing education|ce|ceu)?[- ]*(?:hours?|hrs)/iu,
  ],
};

/** What a plain search says of a text; null where no expression fits. */
export function searchPlainly(text: string): Record<Searched, string | null> {
  const first = (field: keyof typeof expressions) =>
    expressions[field].map((expression) => expression.exec(text)?.[1]?.trim()).find((found) => found !== undefined) ??
    null;
  return {
    attendeeName: first('attendeeName'),
    courseTitle: first('courseTitle'),
    completedOn: firstDay(text),
    hours: first('hours'),
  };
}

function firstDay(text: string): string | null {
  const days = [
    ...text
      .matchAll(/\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/gu)
      .map((found) => ({ at: found.index, day: dayOf(found[3], found[1], found[2]) })),
    ...text
      .matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/gu)
      .map((found) => ({ at: found.index, day: dayOf(found[1], found[2], found[3]) })),
    ...text
      .matchAll(new RegExp(`\\b(${months.join('|')})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'giu'))
      .map((found) => ({
        at: found.index,
        day: dayOf(found[3], `${months.indexOf((found[1] ?? '').toLowerCase()) + 1}`, found[2]),
      })),
  ];
  return days.toSorted((a, b) => a.at - b.at)[0]?.day ?? null;
}

const dayOf = (year = '', month = '', day = '') => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
