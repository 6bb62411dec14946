import { zipSync } from 'fflate';
import { type Guidance, mediaTypes } from '#test/fixtures/make/content.ts';
import { composed, type MailFile, type MailPlan, messageIdOf, rawMail } from '#test/fixtures/make/mail.ts';
import { coverLetter, fillableGuidance, locked } from '#test/fixtures/make/other-papers.ts';
import { type PacketPlan, packet, type Taken } from '#test/fixtures/make/packet.ts';
import { wordGuidance } from '#test/fixtures/make/word-papers.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Took } from './courses.ts';
import { localDay } from './local-time.ts';
import type { Bundle, MailIntent, SentPaper } from './story.ts';

/** A mail with all its bytes, and what is on each of its papers. */
export type SentMail = {
  readonly intent: MailIntent;
  /** when the office's server takes it, with the offset of the place */
  readonly at: string;
  readonly messageId: string;
  readonly papers: readonly SentPaper[];
  readonly raw: Uint8Array;
};

/** Draws the papers and writes the mail. The same intent, instant and seed give the same bytes. */
export async function writeMail(intent: MailIntent, at: string, answering: string | null): Promise<SentMail> {
  const drawn = await drawPapers(intent, localDay(at));
  const { papers, files } = await wrapped(intent, drawn, at);
  const automatic = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
  const plan: MailPlan = {
    name: intent.key,
    from: intent.from,
    receivedAt: at,
    subject: intent.subject,
    text: intent.text,
    files,
    isForged: intent.isForged,
    headers: {
      ...(intent.nature === 'automatic' ? automatic : {}),
      ...(answering === null ? {} : { 'In-Reply-To': `<${answering}>`, References: `<${answering}>` }),
    },
  };
  return { intent, at, messageId: messageIdOf(plan), papers, raw: await rawMail(plan) };
}

async function wrapped(
  { key, wrapping, from, subject }: MailIntent,
  papers: SentPaper[],
  at: string,
): Promise<{ papers: SentPaper[]; files: MailFile[] }> {
  const files = papers.map(({ name, paper }) => ({
    filename: name,
    content: paper.bytes,
    contentType: paper.mediaType,
  }));
  if (wrapping === 'link' || papers.length === 0) return { papers: [], files: [] };
  if (wrapping === 'files') return { papers, files };
  const inside = (outer: string) => papers.map((each) => ({ ...each, name: `${outer}/${each.name}` }));
  if (wrapping === 'zip') {
    const bytes = Object.fromEntries(papers.map(({ name, paper }) => [name, paper.bytes]));
    const content = zipSync(bytes, { mtime: new Date(2026, 0, 2, 9, 0, 0) });
    return { papers: inside('papers.zip'), files: [{ filename: 'papers.zip', content, contentType: mediaTypes.zip }] };
  }
  const inner = { name: `${key} inner`, from, receivedAt: at, subject, text: 'Is this complete?\n', files };
  const content = await composed(inner);
  const name = 'my papers.eml';
  return { papers: inside(name), files: [{ filename: name, content, contentType: 'message/rfc822' }] };
}

async function drawPapers({ bundles, papersKey, nature, from }: MailIntent, day: string): Promise<SentPaper[]> {
  if (nature === 'invitation') {
    const paper = await coverLetter(from.name, day);
    return [{ name: 'invitation.pdf', paper, states: { what: 'nothing' }, isClosed: false }];
  }
  const drawn = [];
  for (const [at, bundle] of bundles.entries()) {
    const mark = bundles.length > 1 ? `${bundle.person.legalName.split(' ').at(-1)} ` : '';
    drawn.push(
      ...(await drawBundle(bundle, chanceOf(`${papersKey} papers ${at}`), { day: dayOfPapers(bundle, day), mark })),
    );
  }
  return drawn;
}

/** Papers that are sent twice were drawn once: their day hangs on what they list, not on the mail. */
function dayOfPapers({ report, certificates }: Bundle, day: string): string {
  const days = [...(report?.lists ?? []), ...certificates].map(({ on }) => on).sort();
  return days.at(-1) ?? day;
}

type About = { day: string; mark: string };

async function drawBundle(bundle: Bundle, chance: Chance, about: About): Promise<SentPaper[]> {
  const { person, report, certificates, guidance = [] } = bundle;
  const listed = report?.lists ?? [];
  const lists = listed.map((took) => ({ took, sent: certificates.find((each) => isSame(each, took)) }));
  const alone = certificates.filter((each) => !listed.some((took) => isSame(took, each)));
  const all = [...lists, ...alone.map((took) => ({ took, sent: took }))];
  const plan: PacketPlan = {
    person,
    reportingYear: about.day.slice(0, 4),
    report: reportLayout(chance, about),
    signedOn: about.day,
    attested: report?.isSigned ?? true,
    signature: report?.isSigned === false ? null : chance.oneOf(['typed', 'typed', 'drawn'] as const),
    taken: all.map(({ took, sent }, i): Taken => {
      const printedFor = sent?.printedFor;
      return {
        ...{ training: took.course, on: took.on },
        ...(took.startedOn === undefined ? {} : { startedOn: took.startedOn }),
        ...(took.course.sessions ? { sessions: took.course.sessions } : {}),
        ...(sent === undefined ? {} : { certificate: certificateLayout(sent, i, chance, about) }),
        ...(printedFor === undefined ? {} : { nameOnCertificate: printedFor.legalName }),
        ...(sent?.isLocked ? { handling: locked } : {}),
      };
    }),
  };
  const { enclosed } = await packet(plan);
  const [form, ...rest] = enclosed;
  const sent = all.flatMap((each) => each.sent ?? []);
  const papers = rest.map(({ name, paper }, i): SentPaper => {
    const took = sent[i];
    if (took === undefined) throw new Error('a certificate was drawn that nobody sends');
    const of = (took.printedFor ?? person).specialistId;
    return { name, paper, states: { what: 'certificate', of, took }, isClosed: took.isLocked ?? false };
  });
  const of = person.specialistId;
  const forms: SentPaper[] =
    report && form
      ? [{ ...form, states: { what: 'report', of, lists: listed, isSigned: report.isSigned }, isClosed: false }]
      : [];
  const guidances = await Promise.all(guidance.map((took, i) => drawGuidance(bundle, took, i, { chance, ...about })));
  return [...forms, ...papers, ...guidances];
}

const isSame = (one: Took, other: Took) => one.course.title === other.course.title && one.on === other.on;

const reportNames = ['CE report', 'ceu form', 'report', 'Peer CE report', 'reporting form'];

function reportLayout(chance: Chance, { mark }: About): PacketPlan['report'] {
  const layout = chance.oneOf(['fillable', 'opaque', 'typed', 'blocks', 'word'] as const);
  return [layout, `${mark}${chance.oneOf(reportNames)}.${layout === 'word' ? 'docx' : 'pdf'}`];
}

type SentCertificate = Bundle['certificates'][number];

function certificateLayout(
  { course, isLocked }: SentCertificate,
  i: number,
  chance: Chance,
  { mark }: About,
): NonNullable<Taken['certificate']> {
  const printed = ['diploma', 'labels', 'band', 'letter', 'webinar'] as const;
  // only a PDF has a password here
  const layout = course.sessions ? 'conference' : chance.oneOf(isLocked ? printed : ([...printed, 'word'] as const));
  return [layout, `${mark}certificate ${i + 1}.${layout === 'word' ? 'docx' : 'pdf'}`];
}

async function drawGuidance(
  { person }: Bundle,
  took: Took,
  i: number,
  { chance, day, mark }: About & { chance: Chance },
): Promise<SentPaper> {
  const { course, on } = took;
  const guidance: Guidance = {
    legalName: person.legalName,
    email: person.email,
    courseTitle: course.title,
    provider: course.provider,
    completedOn: on,
    hours: course.hours,
    ethicsHours: course.ethicsHours,
    competency: 'Supports recovery planning',
    reason: 'I use what I learned in the groups that I run, and how to ask people what they want for themselves.',
    mandatoryForJob: course.isForJob,
    signatureDate: day,
  };
  const isWord = chance.happens(0.4);
  const paper = isWord ? wordGuidance(guidance) : await fillableGuidance(guidance);
  const states = { what: 'guidance' as const, of: person.specialistId, took };
  return { name: `${mark}guidance form ${i + 1}.${isWord ? 'docx' : 'pdf'}`, paper, states, isClosed: false };
}
