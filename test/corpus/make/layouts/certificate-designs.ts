import type { CertificateDesign } from './certificate-sheet.ts';

/** Certificates in prose and in labels. No two look alike, and none looks like a sample. */
const signed = (signature: string, signer: string) =>
  `<div class="by">${signature}<div class="rule">${signer}</div></div>`;
const centred =
  'main{text-align:center;padding:.6in .8in}.by{display:inline-block;margin-top:26pt}.rule{border-top:.8pt solid #333;padding-top:3pt;font-size:10pt;min-width:220pt}';

export const fitDesigns: readonly CertificateDesign[] = [
  {
    ...{ name: 'certificate-blackletter', split: 'fit', isLandscape: true },
    ...{ days: ['words', 'ordinal'], hours: ['contact', 'inWords'] },
    css: `${centred}main{border:9pt double #6b4a12;font-family:'lora'}h1{font:46pt 'blackletter';color:#1c1c1c}.who{font:40pt 'vibes';padding:8pt 0}.what{font-size:20pt;font-weight:bold;padding:8pt 0}p{font-size:13pt;padding:5pt 0}`,
    body: (t) =>
      `<h1>Certificate of Completion</h1><p>This is to certify that</p><div class="who">${t.name}</div><p>has successfully completed the training</p><div class="what">${t.title}</div><p>presented by ${t.provider}</p><p>on ${t.day}, and has earned ${t.hours}.</p>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-list', split: 'fit', hasId: true },
    ...{ days: ['slashed', 'brief'], hours: ['hours', 'ceHours', 'minutes'] },
    css: `main{padding:.8in;font-family:'public'}h1{font-size:21pt;border-bottom:3pt solid #0b5;padding-bottom:6pt}dl{margin-top:26pt;font-size:12pt}dl div{display:flex;padding:7pt 0}dt{width:150pt;color:#555}dd{flex:1;font-weight:bold}.by{margin-top:50pt}.rule{border-top:.8pt solid #333;width:220pt;font-size:10pt}`,
    body: (t) =>
      `<h1>Certificate of Attendance</h1><dl><div><dt>Awarded to</dt><dd>${t.name}</dd></div><div><dt>Course</dt><dd>${t.title}</dd></div><div><dt>Offered by</dt><dd>${t.provider}</dd></div><div><dt>Date attended</dt><dd>${t.day}</dd></div><div><dt>Credit awarded</dt><dd>${t.hours}</dd></div><div><dt>Certificate no.</dt><dd>${t.id}</dd></div></dl>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-side-band', split: 'fit', isLandscape: true },
    ...{ days: ['words', 'dayFirst'], hours: ['clock', 'contact'] },
    css: `main{display:flex;font-family:'source'}.band{width:2.3in;background:#23395d;color:#fff;padding:.6in .3in;font-size:17pt;font-weight:bold}.rest{flex:1;padding:.8in .6in}h1{font:30pt 'oswald';letter-spacing:2pt}.who{font:38pt 'pinyon';padding:14pt 0;color:#23395d}.what{font-size:19pt;font-weight:bold;padding:6pt 0 14pt}p{font-size:13pt;padding:3pt 0}.by{margin-top:30pt}.rule{border-top:.8pt solid #333;width:230pt;font-size:10pt}`,
    body: (t) =>
      `<div class="band">${t.provider}</div><div class="rest"><h1>CERTIFICATE OF ACHIEVEMENT</h1><p>is proudly presented to</p><div class="who">${t.name}</div><p>for completing</p><div class="what">${t.title}</div><p>${t.day}</p><p>${t.hours}</p>${signed(t.signature, t.signer)}</div>`,
  },
  {
    ...{ name: 'certificate-capitals', split: 'fit', isLandscape: true },
    ...{ days: ['ordinal', 'weekday'], hours: ['ceuBoth', 'contact'] },
    css: `${centred}main{font-family:'cinzel';border:2pt solid #222;outline:1pt solid #222;outline-offset:-9pt}h1{font-size:28pt;font-variant:small-caps}.who{font-size:27pt;border-bottom:1pt solid #777;display:inline-block;padding:12pt 40pt 2pt}.what{font:bold 19pt 'lora';padding:9pt}p{font:12.5pt 'lora';padding:6pt 0}`,
    body: (t) =>
      `<p><b>${t.provider}</b></p><h1>Certificate of Participation</h1><p>awards this certificate to</p><div class="who">${t.name}</div><p>who participated in</p><div class="what">&ldquo;${t.title}&rdquo;</div><p>held on ${t.day}</p><p>Continuing education credit: ${t.hours}</p>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-webinar-mail', split: 'fit', hasId: true },
    ...{ days: ['brief', 'weekday', 'slashed'], hours: ['point', 'minutes', 'ceHours'] },
    css: `main{padding:.7in;font-family:'source';font-size:12.5pt;line-height:1.5}h1{font-size:19pt;color:#7a2048;padding-bottom:14pt}table{margin:16pt 0;width:88%}td{padding:5pt 8pt;border:.6pt solid #bbb}td:first-child{background:#f7eef2;width:150pt}small{color:#666}`,
    body: (t) =>
      `<h1>Thank you for attending!</h1><p>Dear ${t.name},</p><p>This message confirms that you attended the live webinar below. Keep it as your proof of attendance.</p><table><tr><td>Webinar title</td><td>${t.title}</td></tr><tr><td>Hosted by</td><td>${t.provider}</td></tr><tr><td>Date</td><td>${t.day}</td></tr><tr><td>Time credited</td><td>${t.hours}</td></tr><tr><td>Confirmation number</td><td>${t.id}</td></tr></table><small>This certificate was made by a computer and needs no signature.</small>`,
  },
  {
    ...{ name: 'certificate-range', split: 'fit', isRange: true, isLandscape: true },
    ...{ days: ['words'], hours: ['contact', 'ceus', 'hours'] },
    css: `${centred}main{font-family:'merriweather';background:#fbf7ec;border:14pt solid #8a6d3b}h1{font-size:29pt}.who{font-size:25pt;font-style:italic;padding:10pt}.what{font-size:17pt;font-weight:bold;padding:7pt}p{font-size:12pt;padding:6pt}`,
    body: (t) =>
      `<h1>Certificate of Training</h1><p>Be it known that</p><div class="who">${t.name}</div><p>attended and completed the course</p><div class="what">${t.title}</div><p>${t.day} &middot; ${t.hours}</p><p>Sponsored by ${t.provider}</p>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-captions-below', split: 'fit', hasId: true },
    ...{ days: ['loose', 'slashed'], hours: ['hours'] },
    css: `main{padding:.7in;font-family:'condensed'}h1{font-size:25pt;text-align:center;padding-bottom:20pt}.f{padding-top:22pt;text-align:center}.f div{border-bottom:1pt solid #222;font-size:16pt;padding-bottom:2pt}.f small{font-size:9.5pt;color:#333}.two{display:grid;grid-template-columns:1fr 1fr 1fr;gap:22pt}`,
    body: (t) =>
      `<h1>CONTINUING EDUCATION CERTIFICATE</h1><div class="f"><div>${t.name}</div><small>Participant name</small></div><div class="f"><div>${t.title}</div><small>Title of training</small></div><div class="f"><div>${t.provider}</div><small>Training provider</small></div><div class="two"><div class="f"><div>${t.day}</div><small>Completion date</small></div><div class="f"><div>${t.amount}</div><small>Contact hours</small></div><div class="f"><div>${t.id}</div><small>Certificate number</small></div></div><div class="f" style="text-align:left">${t.signature}<br><small>Authorized signature</small></div>`,
  },
  {
    ...{ name: 'certificate-spanish', split: 'fit', isLandscape: true },
    ...{ days: ['spanish'], hours: ['point'] },
    css: `${centred}main{font-family:'lora';border:6pt solid #a33}h1{font-size:30pt;color:#a33}.who{font-size:28pt;font-weight:bold;padding:10pt}.what{font-size:18pt;font-weight:bold;padding:6pt}p{font-size:13pt;padding:5pt}`,
    body: (t) =>
      `<h1>Certificado de Asistencia</h1><p>Se otorga a</p><div class="who">${t.name}</div><p>por haber completado el curso</p><div class="what">${t.title}</div><p>impartido por ${t.provider}</p><p>Fecha: ${t.day}</p><p>Duración: ${t.amount} horas de contacto</p>${signed(t.signature, t.signer)}`,
  },
];

export const heldDesigns: readonly CertificateDesign[] = [
  {
    ...{ name: 'certificate-script-frame', split: 'held', isLandscape: true },
    ...{ days: ['ordinal', 'words'], hours: ['inWords', 'credit'] },
    css: `${centred}main{font-family:'merriweather';border:3pt solid #14532d;box-shadow:inset 0 0 0 8pt #fff,inset 0 0 0 9.5pt #14532d}h1{font:44pt 'pinyon'}.who{font:bold 26pt 'lora';padding:10pt}.what{font-size:17pt;font-style:italic;padding:8pt}p{font-size:11.5pt;padding:5pt}`,
    body: (t) =>
      `<h1>Certificate of Completion</h1><p>${t.provider} hereby certifies that</p><div class="who">${t.name}</div><p>has fulfilled all requirements of</p><div class="what">${t.title}</div><p>given this day, ${t.day}</p><p>${t.hours}</p>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-right-column', split: 'held', hasId: true, isLandscape: true },
    ...{ days: ['brief', 'slashed'], hours: ['contact', 'minutes'] },
    css: `main{display:flex;font-family:'public'}.left{flex:1;padding:.9in .5in .5in .8in}.right{width:2.9in;background:#eef3f1;padding:.9in .35in}h1{font-size:13pt;letter-spacing:3pt;color:#2b6}h2{font-size:31pt;padding:20pt 0 8pt}.what{font-size:18pt;padding-top:8pt;color:#234}p{font-size:11pt;color:#444}.k{font-size:8.5pt;text-transform:uppercase;color:#678;padding-top:18pt}.v{font-size:13pt}`,
    body: (t) =>
      `<div class="left"><h1>CERTIFICATE OF COMPLETION</h1><h2>${t.name}</h2><p>completed the course</p><div class="what">${t.title}</div><div style="margin-top:70pt">${t.signature}<p>${t.signer}</p></div></div><div class="right"><div class="k">Date completed</div><div class="v">${t.day}</div><div class="k">Credit</div><div class="v">${t.hours}</div><div class="k">Provider</div><div class="v">${t.provider}</div><div class="k">Certificate ID</div><div class="v">${t.id}</div></div>`,
  },
  {
    ...{ name: 'certificate-typewriter', split: 'held' },
    ...{ days: ['loose', 'brief', 'dayFirst'], hours: ['clock', 'hours', 'ceuBoth'] },
    css: `main{padding:1in .9in;font-family:'mono';font-size:11.5pt;line-height:2}h1{font-size:16pt;text-align:center;padding-bottom:26pt}.by{margin-top:34pt}.rule{border-top:.8pt solid #333;width:240pt;font-size:9.5pt}`,
    body: (t) =>
      `<h1>PROOF OF ATTENDANCE</h1><p>Name of participant: ${t.name}</p><p>Training: ${t.title}</p><p>Conducted by: ${t.provider}</p><p>Date of training: ${t.day}</p><p>Length: ${t.hours}</p>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-sentence', split: 'held' },
    ...{ days: ['words', 'weekday'], hours: ['contact', 'ceHours', 'credit'] },
    css: `main{padding:1in;font-family:'lora';font-size:13pt;line-height:1.7}h1{font-size:15pt}.head{border-bottom:1.4pt solid #345;padding-bottom:6pt;margin-bottom:34pt}.by{margin-top:36pt}.rule{border-top:.8pt solid #333;width:230pt;font-size:10pt}`,
    body: (t) =>
      `<div class="head"><h1>${t.provider}</h1></div><p>To whom it may concern:</p><br><p>We confirm that ${t.name} took part in the workshop &ldquo;${t.title}&rdquo; on ${t.day} and was present for the whole time. The workshop is worth ${t.hours}.</p><br><p>Sincerely,</p>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-dark-ribbon', split: 'held', isLandscape: true },
    ...{ days: ['words', 'brief'], hours: ['ceus', 'hours'] },
    css: `${centred}main{padding:0;font-family:'condensed'}.top{background:#1b1b2f;color:#f5e9c8;padding:24pt}h1{font:32pt 'oswald';letter-spacing:4pt}.who{font:42pt 'vibes';padding:22pt 0 6pt}.what{font-size:20pt;font-weight:bold;padding:8pt 60pt}p{font-size:13.5pt;padding:5pt}`,
    body: (t) =>
      `<div class="top"><h1>CERTIFICATE</h1>OF CONTINUING EDUCATION</div><div class="who">${t.name}</div><p>has participated in</p><div class="what">${t.title}</div><p>provided by ${t.provider} on ${t.day}</p><p>Total credit: ${t.hours}</p>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-transcript-line', split: 'held', hasId: true },
    ...{ days: ['slashed', 'iso'], hours: ['point'] },
    css: `main{padding:.7in;font-family:'public'}h1{font-size:18pt}h2{font-size:11pt;font-weight:normal;padding:4pt 0 24pt}table{font-size:10.5pt}th{background:#444;color:#fff;text-align:left;padding:6pt}td{border-bottom:.8pt solid #888;padding:8pt 6pt}p{font-size:11pt;padding:4pt 0}`,
    body: (t) =>
      `<h1>${t.provider}</h1><h2>Certificate of Completion &nbsp; No. ${t.id}</h2><p>Learner: <b>${t.name}</b></p><br><table><tr><th>Course title</th><th>Completed on</th><th>Contact hours</th></tr><tr><td>${t.title}</td><td>${t.day}</td><td>${t.amount}</td></tr></table><br><p>This record certifies that the learner above finished the course shown.</p>`,
  },
  {
    ...{ name: 'certificate-held-range', split: 'held', isRange: true },
    ...{ days: ['words'], hours: ['contact', 'inWords'] },
    css: `${centred}main{font-family:'source';padding-top:1.3in}h1{font-size:26pt;color:#814}.who{font-size:26pt;padding:14pt}.what{font-size:18pt;font-weight:bold;padding:10pt}p{font-size:13pt;padding:6pt}`,
    body: (t) =>
      `<h1>Certificate of Attendance</h1><p>This acknowledges that</p><div class="who">${t.name}</div><p>attended</p><div class="what">${t.title}</div><p>${t.provider}</p><p>${t.day}</p><p>Hours awarded: ${t.amount}</p>${signed(t.signature, t.signer)}`,
  },
  {
    ...{ name: 'certificate-held-spanish', split: 'held' },
    ...{ days: ['spanish'], hours: ['point'] },
    css: `main{padding:.9in;font-family:'merriweather'}h1{font-size:23pt;padding-bottom:20pt}p{font-size:12.5pt;padding:8pt 0}b{font-size:14pt}.by{margin-top:40pt}.rule{border-top:.8pt solid #333;width:220pt;font-size:10pt}`,
    body: (t) =>
      `<h1>Certificado de Participación</h1><p>${t.provider} certifica que</p><p><b>${t.name}</b></p><p>participó en el taller</p><p><b>${t.title}</b></p><p>el ${t.day}, con una duración total de ${t.amount} horas.</p>${signed(t.signature, t.signer)}`,
  },
];
