import type { DocumentRecord } from '#shared/domain/document.ts';
import { aField, aSession } from '#test/builders/a-document.ts';
import { certificate, conference } from '#test/builders/a-judged-mail.ts';
import { aPaper } from '#test/builders/a-paper.ts';
import { type LaidPaper, reportOf } from './case-desk.ts';

const sessions = [
  { title: 'Boundaries in Peer Work', kind: 'Ethics', hours: '2', ethics: true },
  { title: 'Dual Relationships', kind: 'Core', hours: '1', ethics: false },
  { title: 'Groups that Last', kind: 'Core', hours: '7', ethics: false },
];

/**
 * A form, and the certificate of a conference that prints its sessions; the second is one in ethics and was not seen as one,
 * so that an hour in ethics is missing.
 */
export async function aConference(): Promise<LaidPaper[]> {
  const lines = sessions.flatMap(({ title, kind, hours }, i) => {
    const top = 0.42 + i * 0.04;
    return [
      { text: title, left: 0.12, top, name: `title${i}` },
      { text: kind, left: 0.55, top },
      { text: hours, left: 0.75, top, name: `hours${i}` },
    ];
  });
  const paper = await aPaper([
    { text: 'Certificate of Attendance', left: 0.28, top: 0.12, size: 24 },
    { text: 'Dana Fontenot', left: 0.38, top: 0.2, size: 18, bold: true, name: 'attendeeName' },
    { text: conference.title, left: 0.34, top: 0.26, size: 16, name: 'courseTitle' },
    { text: 'September 10, 2026', left: 0.39, top: 0.31, name: 'completedOn' },
    { text: 'Session', left: 0.12, top: 0.38, bold: true },
    { text: 'Kind', left: 0.55, top: 0.38, bold: true },
    { text: 'Hours', left: 0.75, top: 0.38, bold: true },
    ...lines,
    { text: 'Total hours: 10', left: 0.12, top: 0.6, name: 'hours' },
  ]);
  const at = (name: string) => paper.boxes[name] ?? null;
  const sum = aField('2', { box: at('hours0'), raw: '2' });
  const own = certificate({ ...conference, ethicsHours: '2' }, { ethicsHours: sum });
  const placed = Object.entries(own.fields).map(([name, field]) => {
    return [name, name === 'ethicsHours' ? field : { ...field, box: at(name) }] as const;
  });
  const document: DocumentRecord = {
    ...{ ...own, attachment: 'conference.pdf', fields: Object.fromEntries(placed) },
    sessions: sessions.map(({ title, hours, ethics }, i) => {
      const cells = { title: aField(title, { box: at(`title${i}`) }), hours: aField(hours, { box: at(`hours${i}`) }) };
      return aSession({ ...cells, ethics });
    }),
  };
  return [await reportOf([conference]), { paper, document }];
}
