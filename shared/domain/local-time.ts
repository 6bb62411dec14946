/** "9:00" of a day where the programme lives → the instant. A time that a clock change leaves out is the one just after it. */
export function instantAt(timeZone: string, day: string, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
  const first = asIfUtc - offsetAt(timeZone, asIfUtc);
  // the offset may be another one on the other side of a clock change: of the two readings the later one that fits holds
  const second = asIfUtc - offsetAt(timeZone, first);
  return new Date(isSame(timeZone, second, asIfUtc) ? second : Math.max(first, second)).toISOString();
}

const isSame = (timeZone: string, instant: number, asIfUtc: number) =>
  instant + offsetAt(timeZone, instant) === asIfUtc;

/** Milliseconds by which the clock on the wall is ahead of UTC. */
function offsetAt(timeZone: string, instant: number): number {
  const parts = formatOf(timeZone).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  // Stryker disable next-line ConditionalExpression: a format made anew says the same, later
  if (known) return known;
  const two = '2-digit' as const;
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...fields });
  // Stryker disable next-line CallExpression: what is not kept is made anew
  formats.set(timeZone, made);
  return made;
}
