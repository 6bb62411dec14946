import type { FieldValue } from '#shared/domain/document.ts';
import type { Place } from '#shared/ports/second-reader.ts';
import { decidingFields } from './deciding-fields.ts';
import { isTicked } from './same-value.ts';
import { isSigning } from './signed-name.ts';
import type { Slot } from './value-slots.ts';

/** A value at or above this needs no second look: it stands in a form field or a text layer. */
const certainFrom = 0.9;
/** A form has this many values at most; what lies beyond is left to a person. */
const placesMax = 200;

export type PlaceOnPage = { slot: Slot; place: Place };

/**
 * The values of a page that a second look may make certain. Where looks are paid for, only those that decide something
 * and are in doubt.
 */
export function placesToSee(slots: readonly Slot[], page: number, isPaid: boolean): PlaceOnPage[] {
  return slots
    .filter(({ value }) => value.page === page)
    .filter(({ field, value }) => !isPaid || (decidingFields.has(field) && isInDoubt(value)))
    .flatMap((slot) => {
      const { value } = slot;
      const look = lookAt(slot);
      return value.box === null || look === null ? [] : [{ slot, place: { id: slot.id, look, box: value.box } }];
    })
    .slice(0, placesMax);
}

/** Not what a free look agreed or disagreed with: the first is settled, the second is for a person. */
function isInDoubt({ confidence, witness }: FieldValue): boolean {
  if (witness === undefined) return confidence < certainFrom;
  return witness.verdict === 'unread';
}

function lookAt(slot: Slot): Place['look'] | null {
  const { value } = slot;
  if (isSigning(slot)) return 'signature';
  if (isTicked(value) !== null) return 'mark';
  return isWritten(value) ? 'text' : null;
}

/** Not so a value that follows from others, nor an empty place: its box may be that of its label. */
const isWritten = ({ raw }: FieldValue) => raw !== null && raw.trim() !== '';
