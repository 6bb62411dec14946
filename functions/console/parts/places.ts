import type { DocumentRecord, FieldValue, Session, TrainingRow } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import { confidenceLevel } from './confidence.ts';
import { fieldLabel } from './field-words.ts';

/** One numbered place on a page, joined to one row of the tables beside it by two anchors. */
export type Place = {
  /** "3" for a field, "R3" for a report row, "S3" for a session */
  number: string;
  label: string;
  page: number;
  box: Box | null;
  isLow: boolean;
  /** anchor of the box on the picture and of the row in the table */
  boxAnchor: string;
  rowAnchor: string;
  /** of a row: the places of its cells, where the reading knows them */
  cells: CellPlace[];
};
export type CellPlace = { label: string; page: number; box: Box; boxAnchor: string; rowAnchor: string };

export type NumberedField = { name: string; field: FieldValue; place: Place };
export type NumberedTraining = { training: TrainingRow; place: Place };
export type NumberedSession = { session: Session; place: Place };
export type NumberedDocument = {
  record: DocumentRecord;
  /** 1-based place in the submission's list of documents */
  number: number;
  fields: NumberedField[];
  trainings: NumberedTraining[];
  sessions: NumberedSession[];
};

/** A document of a hundred pages is not drawn as a whole on one page of the console. */
export const pagesShownMax = 30;

/** `isDrawn` is false where the file's pages are not shown at all: its values then have no place to lead to. */
export function numberPlaces(record: DocumentRecord, number: number, isDrawn: boolean): NumberedDocument {
  const lastShown = isDrawn ? record.pages[0] + pagesShownMax - 1 : 0;
  const make = placeMaker(number, (page) => page >= record.pages[0] && page <= Math.min(record.pages[1], lastShown));
  return {
    record,
    number,
    fields: Object.entries(record.fields).map(([name, field], index) => {
      return { name, field, place: make(`${index + 1}`, fieldLabel(name), [field]) };
    }),
    trainings: record.trainings.map((training, index) => {
      return { training, place: make(`R${index + 1}`, `Row ${index + 1}`, Object.values(training), training) };
    }),
    sessions: record.sessions.map((session, index) => {
      const { title, hours } = session;
      return { session, place: make(`S${index + 1}`, `Session ${index + 1}`, [title, hours], { title, hours }) };
    }),
  };
}

export function allPlaces(document: NumberedDocument): Place[] {
  return [...document.fields, ...document.trainings, ...document.sessions].map(({ place }) => place);
}

type Cells = Readonly<Record<string, FieldValue>>;

function placeMaker(document: number, isShown: (page: number) => boolean) {
  return (number: string, label: string, fields: readonly FieldValue[], cells: Cells = {}): Place => {
    const page = fields.find((field) => field.box !== null)?.page ?? fields[0]?.page ?? 1;
    const boxes = fields.flatMap((field) => (field.box !== null && field.page === page ? [field.box] : []));
    const [boxAnchor, rowAnchor] = [`d${document}-place-${number}`, `d${document}-value-${number}`];
    return {
      number,
      label,
      page,
      box: isShown(page) ? around(boxes) : null,
      isLow: fields.some((field) => confidenceLevel(field.confidence) === 'low'),
      boxAnchor,
      rowAnchor,
      cells: Object.entries(cells).flatMap(([name, { box, page: on }]) => {
        if (box === null || !isShown(on)) return [];
        const anchors = { boxAnchor: `${boxAnchor}-${name}`, rowAnchor: `${rowAnchor}-${name}` };
        return [{ label: `${label}, ${fieldLabel(name)}`, page: on, box, ...anchors }];
      }),
    };
  };
}

/** The smallest box around all of them; null when there is none. */
function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}
