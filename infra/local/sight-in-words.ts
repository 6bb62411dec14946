import { measureOnly } from '#shared/adapters/local/pp-ocr-second-reader.ts';

const nobody = 'none';

/** Said once at the start: with what pictures are read, and what it means when an engine is not there. */
export function sightInWords(textEngine: string, secondEngine: string): string {
  if (textEngine === nobody) return 'Pictures are not read by machine: a person reads scans, faxes and photos.';
  if (secondEngine === measureOnly) {
    const missing = 'the second engine for print (package onnxruntime-node) is not installed for this machine';
    return `Pictures are read with ${textEngine}; ${missing}: only marks and signatures are looked at twice, doubtful print waits for a person.`;
  }
  if (secondEngine !== nobody) return `Pictures are read with ${textEngine} and looked at twice with ${secondEngine}.`;
  return `Pictures are read with ${textEngine}; nothing is looked at twice: doubtful values wait for a person.`;
}
