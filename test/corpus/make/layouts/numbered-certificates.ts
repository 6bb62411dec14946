import type { Chance } from '../chance.ts';
import type { CertificateDesign } from './certificate-sheet.ts';

/**
 * Certificates with a number of their own, in several places and words, beside numbers of others: who gave the training, who
 * approved it, the course, the person's licence. On two of them there is no number but those of others.
 */
const digits = (chance: Chance, count: number) => Array.from({ length: count }, () => chance.whole(0, 9)).join('');
const board = (chance: Chance) => chance.pick(['NAADAC', 'NBCC', 'ASWB', 'LASACT', 'ADRA', 'CPRB']);
const course = (chance: Chance) =>
  `${chance.pick(['BH', 'ETH', 'PSS', 'CRS'])}-${digits(chance, 2)}-${digits(chance, 4)}`;

const small = 'p{font-size:12pt;padding:5pt 0}.n{font-size:9pt;color:#333;padding:3pt 0}';
const middle = `main{text-align:center;padding:.7in .8in;font-family:'lora'}h1{font-size:27pt;padding-bottom:14pt}.who{font-size:24pt;font-weight:bold;padding:10pt}.what{font-size:17pt;font-weight:bold;padding:7pt}${small}`;

export const numberedDesigns: readonly CertificateDesign[] = [
  {
    ...{ name: 'certificate-number-footer', split: 'fit', hasId: true, isLandscape: true },
    ...{ days: ['words', 'ordinal'], hours: ['contact', 'ceHours'] },
    css: `${middle}.foot{display:flex;justify-content:space-between;border-top:.8pt solid #555;margin-top:40pt;padding-top:6pt}`,
    body: (t, chance) =>
      `<h1>Certificate of Completion</h1><p>This certifies that</p><div class="who">${t.name}</div><p>completed the training</p><div class="what">${t.title}</div><p>on ${t.day} &middot; ${t.hours}</p><p>Provided by ${t.provider}</p><div class="foot"><span class="n">Certificate No: ${t.id}</span><span class="n">${board(chance)} Provider #${digits(chance, 6)}</span><span class="n">Approval #${digits(chance, 4)}-${digits(chance, 2)}</span></div>`,
  },
  {
    ...{ name: 'certificate-number-corner', split: 'fit', hasId: true },
    ...{ days: ['brief', 'slashed'], hours: ['hours', 'point'] },
    css: `main{padding:.7in;font-family:'public'}.top{display:flex;justify-content:space-between;align-items:flex-start;padding-bottom:26pt}h1{font-size:22pt}.c{text-align:right;font-size:10pt}.c b{font-size:13pt}${small}`,
    body: (t, chance) =>
      `<div class="top"><h1>Certificate of Attendance</h1><div class="c">Certificate #<br><b>${t.id}</b></div></div><p>Attendee: <b>${t.name}</b></p><p>Course title: <b>${t.title}</b></p><p>Offered by: ${t.provider}</p><p>Date attended: ${t.day}</p><p>Contact hours: ${t.amount}</p><br><p class="n">Course ID: ${course(chance)}</p><p class="n">Approved Education Provider No. ${digits(chance, 5)}</p>`,
  },
  {
    ...{ name: 'certificate-number-code', split: 'fit', hasId: true, isLandscape: true },
    ...{ days: ['brief'], hours: ['contact', 'hours'] },
    css: middle,
    body: (t, chance) =>
      `<p>${t.provider}</p><h1>Certificate of Participation</h1><p>awarded to</p><div class="who">${t.name}</div><p class="n">License No. ${digits(chance, 5)}</p><p>for taking part in</p><div class="what">${t.title}</div><p>${t.day}</p><p>${t.hours}</p><p class="n">Verification code: ${t.id}</p><p class="n">Event number ${digits(chance, 4)}</p>`,
  },
  {
    ...{ name: 'certificate-number-of-others', split: 'fit' },
    ...{ days: ['words', 'slashed'], hours: ['ceHours', 'contact'] },
    css: `main{padding:.8in;font-family:'source'}h1{font-size:23pt;padding-bottom:18pt}${small}`,
    body: (t, chance) =>
      `<h1>Certificate of Completion</h1><p>Name: ${t.name}</p><p>Training: ${t.title}</p><p>Presented by: ${t.provider}</p><p>Date: ${t.day}</p><p>Credit: ${t.hours}</p><br><p class="n">${board(chance)} Approved Provider Number: ${digits(chance, 6)}</p><p class="n">Activity number: ${course(chance)}</p><p class="n">Participant license #: ${chance.pick(['L', 'PS'])}${digits(chance, 5)}</p>`,
  },
  {
    ...{ name: 'certificate-number-table', split: 'held', hasId: true },
    ...{ days: ['words', 'iso'], hours: ['hours', 'point'] },
    css: `main{padding:.8in;font-family:'merriweather'}h1{font-size:20pt;padding-bottom:16pt}table{width:100%;font-size:11.5pt}td{border:.6pt solid #999;padding:6pt 8pt}td:first-child{width:170pt;background:#f2f2f2}`,
    body: (t, chance) =>
      `<h1>Continuing Education Certificate</h1><table><tr><td>Participant name</td><td>${t.name}</td></tr><tr><td>Title of training</td><td>${t.title}</td></tr><tr><td>Sponsor</td><td>${t.provider}</td></tr><tr><td>Sponsor number</td><td>${digits(chance, 5)}</td></tr><tr><td>Completion date</td><td>${t.day}</td></tr><tr><td>Contact hours</td><td>${t.amount}</td></tr><tr><td>Credential ID</td><td>${t.id}</td></tr><tr><td>Activity code</td><td>${course(chance)}</td></tr><tr><td>Member ID</td><td>${digits(chance, 7)}</td></tr></table>`,
  },
  {
    ...{ name: 'certificate-number-below', split: 'held', hasId: true, isLandscape: true },
    ...{ days: ['loose', 'slashed'], hours: ['contact'] },
    css: `${middle}.three{display:grid;grid-template-columns:1fr 1fr 1fr;gap:24pt;margin-top:34pt}.three div{border-top:.8pt solid #333;padding-top:3pt;font-size:9pt}.three b{display:block;font-size:12.5pt;padding-bottom:3pt}`,
    body: (t, chance) =>
      `<h1>Certificate of Training</h1><p>presented to</p><div class="who">${t.name}</div><p>for completing</p><div class="what">${t.title}</div><p>${t.provider} &middot; ${t.day} &middot; ${t.hours}</p><div class="three"><span><b>${t.id}</b><div>Certificate ID</div></span><span><b>${digits(chance, 4)}</b><div>${board(chance)} No.</div></span><span><b>${course(chance)}</b><div>Session code</div></span></div>`,
  },
  {
    ...{ name: 'certificate-number-heading', split: 'held', hasId: true },
    ...{ days: ['weekday', 'words'], hours: ['clock', 'hours'] },
    css: `main{padding:.9in;font-family:'lora'}h1{font-size:21pt}h2{font-size:11pt;font-weight:normal;padding:3pt 0 24pt}${small}`,
    body: (t, chance) =>
      `<h1>Certificate of Completion</h1><h2>Cert. ID ${t.id}</h2><p>We certify that ${t.name} completed the course &ldquo;${t.title}&rdquo; on ${t.day} and earned ${t.hours}.</p><p>Conducted by: ${t.provider}</p><br><p class="n">${t.provider} is an approved provider, ${board(chance)} Provider ID Number ${digits(chance, 5)}. Course number ${course(chance)}.</p>`,
  },
  {
    ...{ name: 'certificate-number-held-others', split: 'held', isLandscape: true },
    ...{ days: ['words'], hours: ['contact', 'ceHours'] },
    css: middle,
    body: (t, chance) =>
      `<h1>Certificate of Achievement</h1><p>This is to certify that</p><div class="who">${t.name}</div><p>has completed</p><div class="what">${t.title}</div><p>given by ${t.provider} on ${t.day} for ${t.hours}</p><p class="n">${board(chance)} Education Provider ID: ${digits(chance, 6)} &nbsp;&nbsp;&nbsp; Accreditation No. ${digits(chance, 5)} &nbsp;&nbsp;&nbsp; Order # ${digits(chance, 8)}</p>`,
  },
];
