import type { Chance } from '../chance.ts';
import { type Education, someEducation } from '../content/application-content.ts';
import { written } from '../content/written.ts';
import { escaped } from '../drawing/pen.ts';
import { scribble } from '../drawing/strokes.ts';
import { type Layout, onePage } from '../paper.ts';

/** Diplomas, equivalency certificates, transcripts and degrees. */
type Look = {
  readonly name: string;
  readonly split: 'fit' | 'held';
  readonly type: 'diploma' | 'ged' | 'transcript' | 'degree';
  readonly isLandscape?: boolean;
  readonly css: string;
  body(content: Education, chance: Chance): string;
};

const formal =
  "main{height:100%;padding:.8in;text-align:center;font-family:'lora'}h1{font:38pt 'blackletter';padding-bottom:10pt}p{font-size:13pt;padding:6pt}.who{font-size:27pt;padding:8pt}.rule{border-top:.8pt solid #333;width:200pt;margin:0 auto;font-size:10pt}";
const by = (chance: Chance, who: string) =>
  `<div style="padding-top:22pt">${scribble(chance, '#222', 150)}<div class="rule">${who}</div></div>`;
const subjects = [
  'English IV',
  'Algebra II',
  'Biology',
  'World History',
  'Civics',
  'Chemistry',
  'Spanish I',
  'Physical Education',
  'Geometry',
  'Art Survey',
];

function courseRows(chance: Chance): string {
  return chance
    .some(subjects, 7)
    .map(
      (subject) =>
        `<tr><td>${subject}</td><td>${chance.pick(['A', 'B', 'B+', 'C'])}</td><td>${chance.pick(['1.0', '0.5'])}</td></tr>`,
    )
    .join('');
}

const looks: readonly Look[] = [
  {
    ...{ name: 'diploma-blackletter', split: 'fit', type: 'diploma', isLandscape: true },
    css: `${formal}main{border:10pt double #444}`,
    body: (c, chance) =>
      `<p>State of Louisiana</p><h1>High School Diploma</h1><p>${escaped(c.institution)}</p><p>This certifies that</p><div class="who">${escaped(c.holderName)}</div><p>has satisfactorily completed the course of study prescribed for graduation<br>and is therefore awarded this diploma</p><p>${written(c.awardedOn, 'ordinal')}</p>${by(chance, 'Principal')}`,
  },
  {
    ...{ name: 'transcript-table', split: 'fit', type: 'transcript' },
    css: "main{padding:.7in;font-family:'public';font-size:11pt}h1{font-size:19pt}p{padding:4pt 0}table{margin-top:16pt}td,th{border:.7pt solid #888;padding:4pt 6pt;text-align:left}",
    body: (c, chance) =>
      `<h1>${escaped(c.institution)}</h1><p><b>Official Transcript</b></p><p>Student name: ${escaped(c.holderName)}</p><p>Date of graduation: ${written(c.awardedOn, 'slashed')}</p><table><tr><th>Course</th><th>Grade</th><th>Credit</th></tr>${courseRows(chance)}</table><p>Cumulative GPA: ${chance.between(2.1, 3.9).toFixed(2)}</p>`,
  },
  {
    ...{ name: 'degree-associate', split: 'fit', type: 'degree', isLandscape: true },
    css: `${formal}h1{font:30pt 'cinzel'}`,
    body: (c, chance) =>
      `<h1>${escaped(c.institution)}</h1><p>upon the recommendation of the faculty has conferred upon</p><div class="who">${escaped(c.holderName)}</div><p>the degree of</p><p><b>${chance.pick(['Associate of Applied Science', 'Bachelor of Arts', 'Bachelor of Social Work'])}</b></p><p>with all the rights and privileges belonging to it</p><p>Given ${written(c.awardedOn, 'words')}</p>${by(chance, 'President')}`,
  },
  {
    ...{ name: 'diploma-plain', split: 'held', type: 'diploma', isLandscape: true },
    css: `${formal}main{font-family:'merriweather';border:3pt solid #234}h1{font:33pt 'pinyon'}`,
    body: (c, chance) =>
      `<p><b>${escaped(c.institution)}</b></p><h1>Diploma</h1><p>Be it known that</p><div class="who">${escaped(c.holderName)}</div><p>having met the requirements of the Board of Education is granted this diploma of graduation</p><p>on ${written(c.awardedOn, 'words')}</p>${by(chance, 'Superintendent')}`,
  },
  {
    ...{ name: 'ged-credential', split: 'held', type: 'ged' },
    css: "main{padding:1in;font-family:'source';text-align:center}h1{font-size:23pt;padding-bottom:10pt}p{font-size:12.5pt;padding:7pt}.who{font-size:24pt;font-weight:bold;padding:8pt}.rule{border-top:.8pt solid #333;width:200pt;margin:0 auto;font-size:10pt}",
    body: (c, chance) =>
      `<h1>High School Equivalency Diploma</h1><p>General Educational Development (GED)</p><p>This is to certify that</p><div class="who">${escaped(c.holderName)}</div><p>has passed all tests required</p><p>Awarded by ${escaped(c.institution)}</p><p>Date awarded: ${written(c.awardedOn, 'words')}</p>${by(chance, 'Director')}`,
  },
  {
    ...{ name: 'transcript-typed', split: 'held', type: 'transcript' },
    css: "main{padding:.8in;font-family:'mono';font-size:10.5pt;line-height:1.6}h1{font-size:14pt}table{margin-top:14pt}td,th{text-align:left;padding:2pt 0}",
    body: (c, chance) =>
      `<h1>STUDENT TRANSCRIPT</h1><p>Institution: ${escaped(c.institution)}</p><p>Student: ${escaped(c.holderName)}</p><p>Graduated: ${written(c.awardedOn, 'slashed')}</p><table><tr><th>COURSE</th><th>GRADE</th><th>CREDIT</th></tr>${courseRows(chance)}</table><p>GRADE POINT AVERAGE ${chance.between(2.1, 3.9).toFixed(2)}</p>`,
  },
];

export const educationLayouts: readonly Layout[] = looks.map((look) => ({
  ...{ name: look.name, kind: 'education-evidence', split: look.split },
  draw(chance) {
    const content = someEducation(chance);
    const sheet = { body: `<main>${look.body(content, chance)}</main>`, css: look.css };
    const fields = { ...content, evidenceType: look.type };
    return onePage('education-evidence', { ...sheet, isLandscape: look.isLandscape === true }, fields);
  },
}));
