import type { FieldValue } from './document.ts';

/** What a person says stands at a place: certain, with what the machine had made of it beside. */
export function personValue(read: FieldValue | undefined, value: FieldValue['value'], page: number): FieldValue {
  const place = { page: read?.page ?? page, box: read?.box ?? null, raw: read?.raw ?? null };
  const said: FieldValue = {
    value,
    confidence: 1,
    ...place,
    source: { medium: 'person', engine: 'person', sureness: 1 },
  };
  const asRead = read && asReadOf(read);
  return asRead ? { ...said, asRead } : said;
}

/** Said twice, the machine's value is still the one beside it. */
function asReadOf({ value, confidence, source, asRead }: FieldValue): FieldValue['asRead'] {
  if (source?.medium === 'person') return asRead;
  return source ? { value, confidence, source } : { value, confidence };
}
