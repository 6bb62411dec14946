/** Words of treatment papers, and how strongly they say that this paper is about somebody's own treatment. */
const personal: readonly (readonly [RegExp, number])[] = [
  [/\bdischarge (?:summary|instructions|plan|letter|note)\b|\b(?:at|upon|on|date of) discharge\b/, 5],
  [/\b42 c\.?f\.?r\.?\b|\bpart 2\b.{0,40}\bdisclos/, 4],
  [/\bpatient\b(?! (?:advocate|rights|education|safety|engagement))/, 2],
  [/\b(?:was|were|been|being) (?:admitted|discharged|hospitali[sz]ed|diagnosed)\b|\bdate of admission\b/, 4],
  [/\bdiagnos(?:is|es) (?:of|:)|\bdiagnosed with\b|\bdiagnosis\s*:|\bdsm-?(?:5|iv|v)\b/, 4],
  [/\bf\d{2}\.\d{1,3}\b|\bicd-?(?:9|10)\b/, 4],
  [/\b(?:in|course of|completed|completing|recommended) (?:\w+ ){0,3}treatment\b(?! (?:training|planning|course))/, 2],
  [
    /\bmental status\b|\bprogress notes?\b|\btreatment plan (?:review|goals?)\b|\bprognosis\b|\bpsychiatric evaluation\b|\bpsychosocial assessment\b/,
    4,
  ],
  [/\b(?:urine )?(?:drug|toxicology) screen|\burinalysis\b/, 4],
  [/\bmedications? (?:list|at|prescribed|:)|\bprescribed\b|\b\d+ ?mg\b/, 4],
];
const general: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:alcohol|opioid|cannabis|cocaine|stimulant|substance|amphetamine|sedative) (?:use disorder|dependence|abuse)\b/,
    3,
  ],
  [
    /\bbipolar\b|\bschizo(?:phrenia|affective)\b|\bmajor depressive\b|\bptsd\b|\bpsychosis\b|\bborderline personality\b/,
    3,
  ],
  [
    /\b(?:naltrexone|vivitrol|buprenorphine|suboxone|subutex|sublocade|methadone|acamprosate|disulfiram|antabuse|lofexidine|naloxone|sertraline|fluoxetine|lithium|lamotrigine|quetiapine|olanzapine|risperidone|aripiprazole|clozapine|haloperidol|bupropion|trazodone|escitalopram)\b/,
    3,
  ],
  [/\b(?:residential|inpatient|outpatient|intensive outpatient|detox\w*)\b/, 1],
  [/\bmedications?\b|\baftercare\b|\btreatment\b/, 1],
];

const sum = (text: string, list: readonly (readonly [RegExp, number])[]) =>
  list.reduce((total, [pattern, weight]) => total + (pattern.test(text) ? weight : 0), 0);

const personalMin = 6;
const altogetherMin = 9;

/**
 * True for a paper about somebody's treatment: a discharge summary, a letter of a clinic, a list of medicines. The topic
 * of a training does not make its certificate one: words about a person's own treatment must be there. `text` is plain
 * lower case.
 */
export function isSensitivePaper(text: string): boolean {
  const own = sum(text, personal);
  return own >= personalMin && own + sum(text, general) >= altogetherMin;
}
