import type { ReaderName } from '#shared/config/settings.ts';

const nobody = 'none';

/** Said once at the start: with what pictures are read, and what it means when an engine is not there. */
export function sightInWords(textEngine: string, wanted: ReaderName, secondEngine: string): string {
  if (textEngine === nobody) return 'Pictures are not read by machine: a person reads scans, faxes and photos.';
  if (secondEngine !== nobody) return `Pictures are read with ${textEngine} and looked at twice with ${secondEngine}.`;
  const why =
    wanted === nobody
      ? 'nothing is looked at twice'
      : 'the second engine (package onnxruntime-node) is not installed for this machine';
  return `Pictures are read with ${textEngine}; ${why}: doubtful values wait for a person.`;
}
