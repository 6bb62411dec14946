import { chanceOf } from '../chance.ts';
import { someConference, truthOfCertificate } from '../content/certificate-content.ts';
import { rangeInWords } from '../content/written.ts';
import { escaped } from '../drawing/pen.ts';
import { scribble } from '../drawing/strokes.ts';
import { type Layout, onePage } from '../paper.ts';

type Conference = ReturnType<typeof someConference>;
type Look = { name: string; split: 'fit' | 'held'; css: string; sessions(content: Conference): string };

const label = (session: Conference['sessions'][number]) => (session.ethics ? 'Ethics' : 'General');

const looks: readonly Look[] = [
  {
    ...{ name: 'conference-table', split: 'fit' },
    css: "main{font-family:'source'}td,th{border:.7pt solid #666;padding:4pt 6pt;text-align:left}th{background:#dde6ee}",
    sessions: ({ sessions }) =>
      `<table><tr><th>Session</th><th>Type</th><th>Hours</th></tr>${sessions.map((one) => `<tr><td>${escaped(one.title)}</td><td>${label(one)}</td><td>${one.hours}</td></tr>`).join('')}</table>`,
  },
  {
    ...{ name: 'conference-list', split: 'held' },
    css: "main{font-family:'lora'}li{padding:3pt 0}",
    sessions: ({ sessions }) =>
      `<ul>${sessions.map((one) => `<li>${escaped(one.title)} (${one.ethics ? 'ethics, ' : ''}${one.hours} ${one.hours === '1' ? 'hour' : 'hours'})</li>`).join('')}</ul>`,
  },
  {
    ...{ name: 'conference-open', split: 'held' },
    css: "main{font-family:'condensed'}td{padding:4pt 6pt}tr{border-bottom:.6pt dotted #555}",
    sessions: ({ sessions }) =>
      `<table>${sessions.map((one) => `<tr><td>${one.hours}</td><td>${escaped(one.title)}</td><td>${label(one)}</td></tr>`).join('')}</table>`,
  },
];

/** One certificate for a whole conference: its sessions are listed, one of them is ethics. */
export const conferenceLayouts: readonly Layout[] = looks.map((look) => ({
  ...{ name: look.name, kind: 'certificate', split: look.split },
  draw(chance) {
    const content = someConference(chance);
    const own = chanceOf(look.name);
    const ethics = own.pick(['Ethics hours', 'Including ethics hours', 'Hours in ethics']);
    const days = rangeInWords(content.startedOn ?? content.completedOn, content.completedOn);
    const body = `<main><h1>${escaped(content.courseTitle)}</h1><h2>Certificate of Attendance</h2><p>Presented to</p><p class="who">${escaped(content.attendeeName)}</p><p>for attending the conference on ${days}</p><p>Hosted by ${escaped(content.provider)}</p><div class="sessions">${look.sessions(content)}</div><p>Total contact hours: ${content.hours}</p><p>${ethics}: ${content.ethicsHours}</p><div class="by">${scribble(chance, '#222', 150)}<div class="rule">Conference chair</div></div></main>`;
    const css = `main{padding:.8in}h1{font-size:21pt}h2{font-size:15pt;font-weight:normal;padding:6pt 0 16pt}p{font-size:12pt;padding:5pt 0}.who{font-size:20pt;font-weight:bold}.sessions{font-size:11pt;padding:10pt 0 10pt}ul{padding-left:18pt}.by{margin-top:20pt}.rule{border-top:.8pt solid #333;width:200pt;font-size:10pt}${look.css}`;
    return onePage('certificate', { body, css }, truthOfCertificate(content));
  },
}));
