import type { Chance } from '../chance.ts';
import { dayIn, somebody, someCourse } from '../content/world.ts';
import { written } from '../content/written.ts';
import { escaped } from '../drawing/pen.ts';
import { type Layout, onePage } from '../paper.ts';

/** Papers an inbox gets besides: none of them is a certificate, though several speak of trainings and hours. */
type Look = { name: string; split: 'fit' | 'held'; face: string; body(chance: Chance): string };

const course = (chance: Chance) => {
  const { title, provider } = someCourse(chance);
  return { title: escaped(title), provider: escaped(provider), day: written(dayIn(chance, 2026), 'words') };
};
const who = (chance: Chance) => escaped(somebody(chance).legalName);

const looks: readonly Look[] = [
  {
    ...{ name: 'other-treatment-letter', split: 'fit', face: 'lora' },
    body: (chance) =>
      `<h1>Willow Bend Treatment Center</h1><p>${course(chance).day}</p><p>RE: ${who(chance)}</p><p>To whom it may concern,</p><p>The person named above was admitted to our residential substance use treatment program and was discharged after completing ninety days of treatment. Diagnosis and progress notes are on file and are protected by 42 CFR Part 2.</p><p>Sincerely,<br>Clinical Director</p>`,
  },
  {
    ...{ name: 'other-flyer', split: 'fit', face: 'oswald' },
    body: (chance) => {
      const c = course(chance);
      return `<h1 style="font-size:34pt">REGISTER NOW!</h1><h1>${c.title}</h1><p>${c.day}, 9:00 am to 12:00 pm</p><p>Offered by ${c.provider}. Earn up to 3 contact hours. Seats are limited.</p><p>Call 225-555-0142 to save your place.</p>`;
    },
  },
  {
    ...{ name: 'other-receipt', split: 'fit', face: 'mono' },
    body: (chance) =>
      `<h1>RECEIPT</h1><p>Received from: ${who(chance)}</p><p>For: registration, ${course(chance).title}</p><p>Amount: $${chance.whole(15, 95)}.00</p><p>Paid by card. Thank you!</p>`,
  },
  {
    ...{ name: 'other-cover-letter', split: 'fit', face: 'source' },
    body: (chance) =>
      `<p>${course(chance).day}</p><p>Dear Sir or Madam,</p><p>I am sending you my papers for this year. I hope everything is there. If something is missing please call me in the evening, I work during the day.</p><p>Thank you for all you do.</p><p>${who(chance)}</p>`,
  },
  {
    ...{ name: 'other-agenda', split: 'held', face: 'merriweather' },
    body: (chance) =>
      `<h1>Agenda</h1><p>${course(chance).day}</p><p>8:30 Sign in and coffee</p><p>9:00 ${course(chance).title}</p><p>10:30 Break</p><p>10:45 ${course(chance).title}</p><p>12:00 Lunch (on your own)</p><p>1:15 Questions and close</p>`,
  },
  {
    ...{ name: 'other-clinic-note', split: 'held', face: 'public' },
    body: (chance) =>
      `<h1>Discharge Summary</h1><p>Patient: ${who(chance)}</p><p>Date of discharge: ${course(chance).day}</p><p>Diagnosis: F10.20, in early remission</p><p>Medications: see attached list</p><p>The patient completed intensive outpatient treatment and will follow up with the clinic in two weeks.</p>`,
  },
  {
    ...{ name: 'other-job-notice', split: 'held', face: 'condensed' },
    body: () =>
      '<h1>Job opening: Peer Support Specialist</h1><p>Full time, 40 hours a week. Applicants must hold a current credential.</p><p>Duties: one to one support, groups, notes, community outreach.</p><p>Send your resume by the end of the month.</p>',
  },
  {
    ...{ name: 'other-invitation', split: 'held', face: 'lora' },
    body: (chance) => {
      const c = course(chance);
      return `<h1>${c.provider}</h1><p>You are invited!</p><p>Please join us on ${c.day} for our open house. Light food will be served. Bring a friend.</p><p>Next month we will offer ${c.title}; watch for the sign-up sheet.</p>`;
    },
  },
  { name: 'other-blank', split: 'held', face: 'lora', body: () => '&nbsp;' },
];

export const otherLayouts: readonly Layout[] = looks.map((look) => ({
  ...{ name: look.name, kind: 'other', split: look.split },
  draw(chance) {
    const css = `main{padding:1in;font-family:'${look.face}'}h1{font-size:19pt;padding-bottom:12pt}p{font-size:12pt;line-height:1.55;padding:6pt 0}`;
    return onePage('other', { body: `<main>${look.body(chance)}</main>`, css }, {});
  },
}));
