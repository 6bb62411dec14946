import type { CertificateDesign } from './certificate-sheet.ts';

/** Printed blanks that a trainer fills in, by hand as a rule. */
const css = `main{padding:.9in .8in;font-family:'lora'}h1{text-align:center;font-size:27pt;padding-bottom:22pt}p{font-size:13pt;padding:9pt 0;display:flex;gap:7pt;align-items:flex-end}.l{flex:1;border-bottom:1pt solid #333;min-height:24pt;padding-left:8pt;font-size:15pt}.s{max-width:190pt}`;
const line = (text: string, more = '') => `<span class="l ${more}">${text}</span>`;

export const fillInDesigns: readonly CertificateDesign[] = [
  {
    ...{ name: 'fill-in-sentence', split: 'fit' },
    ...{ days: ['slashed', 'loose', 'words'], hours: ['hours'], css },
    body: (t) =>
      `<h1>Certificate of Completion</h1><p>This certifies that ${line(t.name)}</p><p>has completed ${line(t.title)}</p><p>offered by ${line(t.provider)}</p><p>on ${line(t.day)} for ${line(t.amount, 's')} contact hours.</p><p>Trainer: ${line(t.signature)}</p>`,
  },
  {
    ...{ name: 'fill-in-labels', split: 'fit' },
    ...{ days: ['loose', 'short'], hours: ['hours'], css: css.replace("'lora'", "'public'") },
    body: (t) =>
      `<h1>Training Verification</h1><p>Participant: ${line(t.name)}</p><p>Training title: ${line(t.title)}</p><p>Provider: ${line(t.provider)}</p><p>Date: ${line(t.day, 's')} Hours: ${line(t.amount, 's')}</p><p>Trainer signature: ${line(t.signature)}</p>`,
  },
  {
    ...{ name: 'fill-in-below', split: 'held' },
    ...{ days: ['loose', 'brief'], hours: ['hours'] },
    css: "main{padding:.9in .8in;font-family:'merriweather';text-align:center}h1{font-size:24pt;padding-bottom:12pt}.f{padding-top:17pt}.f div{border-bottom:1pt solid #333;min-height:27pt;font-size:14pt}.f small{font-size:9.5pt}.two{display:grid;grid-template-columns:1fr 1fr;gap:30pt}",
    body: (t) =>
      `<h1>Certificate of Attendance</h1><div class="f"><div>${t.name}</div><small>Name of attendee</small></div><div class="f"><div>${t.title}</div><small>Course title</small></div><div class="f"><div>${t.provider}</div><small>Sponsoring organization</small></div><div class="two"><div class="f"><div>${t.day}</div><small>Date of training</small></div><div class="f"><div>${t.amount}</div><small>Number of hours</small></div></div><div class="f"><div>${t.signature}</div><small>Instructor</small></div>`,
  },
  {
    ...{ name: 'fill-in-boxes', split: 'held' },
    ...{ days: ['slashed', 'loose'], hours: ['hours'] },
    css: "main{padding:.8in;font-family:'source'}h1{font-size:22pt;padding-bottom:16pt}.b{border:.9pt solid #333;padding:4pt 8pt 6pt;min-height:46pt;margin-top:-.9pt;font-size:14pt}.b small{display:block;font-size:8.5pt;color:#333}.two{display:grid;grid-template-columns:2fr 1fr}",
    body: (t) =>
      `<h1>CE Certificate</h1><div class="b"><small>Attendee name</small>${t.name}</div><div class="b"><small>Training title</small>${t.title}</div><div class="b"><small>Provided by</small>${t.provider}</div><div class="two"><div class="b"><small>Date completed</small>${t.day}</div><div class="b"><small>Contact hours</small>${t.amount}</div></div><div class="b"><small>Signature of trainer</small>${t.signature}</div>`,
  },
];
