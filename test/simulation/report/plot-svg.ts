import type { DayEnd, YearLived } from '../run-year.ts';

/**
 * The year as a plot, drawn here as the console draws its own: black and white paper tells the lines apart as well, and the
 * plot is a sentence for whoever cannot see it. Above: mails received and decided, and people whose year is met. Below, on
 * a scale of its own: what waited for a person each evening.
 */
export function plotSvg({ days, wish }: Pick<YearLived, 'days' | 'wish'>): string {
  const most = Math.max(1, wish.people, ...days.map(({ received }) => received));
  const mostWaiting = Math.max(1, ...days.map(({ waiting }) => waiting));
  const x = (at: number) => left + (at / Math.max(1, days.length - 1)) * (right - left);
  const y = (value: number) => base - (value / most) * (base - top);
  const line = (of: (day: DayEnd) => number) => days.map((day, at) => `${round(x(at))},${round(y(of(day)))}`).join(' ');
  const waiting = days.map(({ waiting: count }, at) => {
    const height = (count / mostWaiting) * (waitingBase - waitingTop);
    return count === 0 ? '' : `M${round(x(at))} ${waitingBase}v-${round(height)}`;
  });
  const last = days.at(-1);
  const says = `${last?.received ?? 0} mails were received and ${last?.decided ?? 0} of them decided; ${last?.met ?? 0} of ${wish.people} people met their year. No more than ${mostWaiting} mails waited for a person on any evening.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title says" width="100%" viewBox="0 0 ${width} ${height}" font-family="'Source Sans Pro', Arial, sans-serif" font-size="13" fill="#1b1b1b">`,
    `<title id="title">The programme's year ${wish.year}, ${wish.people} people</title><desc id="says">${says}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...months(days, x),
    ...[0, 0.5, 1].map((share) => tick(Math.round(most * share), y(most * share))),
    `<path d="M${left} ${round(y(wish.people))}H${right}" stroke="#71767a" stroke-dasharray="1 5"/>`,
    `<text x="${right}" y="${round(y(wish.people) - 5)}" text-anchor="end" fill="#565c65">everybody on the roster: ${wish.people}</text>`,
    `<polyline points="${line(({ received }) => received)}" fill="none" stroke="#162e51" stroke-width="2.5"/>`,
    `<polyline points="${line(({ decided }) => decided)}" fill="none" stroke="#162e51" stroke-width="1.5" stroke-dasharray="6 4"/>`,
    `<polyline points="${line(({ met }) => met)}" fill="none" stroke="#4d8055" stroke-width="3" stroke-dasharray="2 3"/>`,
    `<path d="${waiting.join('')}" stroke="#162e51" stroke-width="1.6"/>`,
    `<path d="M${left} ${base}H${right}M${left} ${waitingBase}H${right}" stroke="#1b1b1b"/>`,
    `<text x="${left}" y="${waitingTop - 6}">waiting for a person in the evening, most on one day: ${mostWaiting}</text>`,
    ...legend(),
    '</svg>',
    '',
  ].join('\n');
}

const [width, height] = [960, 480];
const [left, right, top, base] = [56, 940, 52, 330];
const [waitingTop, waitingBase] = [382, 440];
const round = (value: number) => value.toFixed(1);

function tick(value: number, at: number): string {
  return `<path d="M${left} ${round(at)}H${right}" stroke="#dfe1e2"/><text x="${left - 8}" y="${round(at + 4)}" text-anchor="end">${value}</text>`;
}

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function months(days: readonly DayEnd[], x: (at: number) => number): string[] {
  return days.flatMap(({ day }, at) =>
    day.endsWith('-01')
      ? [
          `<path d="M${round(x(at))} ${base}v6M${round(x(at))} ${waitingBase}v6" stroke="#1b1b1b"/>`,
          `<text x="${round(x(at))}" y="${base + 20}">${names[Number(day.slice(5, 7)) - 1] ?? ''}</text>`,
        ]
      : [],
  );
}

function legend(): string[] {
  const lines = [
    ['mails received', 'stroke="#162e51" stroke-width="2.5"'],
    ['mails decided', 'stroke="#162e51" stroke-width="1.5" stroke-dasharray="6 4"'],
    ['people whose year is met', 'stroke="#4d8055" stroke-width="3" stroke-dasharray="2 3"'],
  ];
  return lines.map(
    ([words, style], i) =>
      `<path d="M${left + i * 200} 24h34" ${style}/><text x="${left + 42 + i * 200}" y="28">${words}</text>`,
  );
}
