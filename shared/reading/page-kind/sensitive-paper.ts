type Words = readonly (readonly [RegExp, number])[];

/** Words of treatment papers, and how strongly they say that this paper is about somebody's own treatment. */
const treatment: Words = [
  [/\bdischarge (?:summary|instructions|plan|letter|note)\b|\b(?:at|upon|on|date of) discharge\b/, 5],
  [/\b42 c\.?f\.?r\.?\b|\bpart 2\b.{0,40}\bdisclos/, 4],
  [/\bpatient\b(?! (?:advocate|rights|education|safety|engagement|portal training))|\bpaciente\b/, 2],
  [/\b(?:was|were|been|being) (?:admitted|discharged|hospitali[sz]ed|diagnosed)\b|\bdate of admission\b/, 4],
  [
    /\bdiagnos(?:is|es) (?:of|:)|\bdiagnosed with\b|\bdiagnosis ?:|\bdsm-?(?:5|iv|v)\b|\bdiagnostico ?:|\bdiagnostico de\b/,
    4,
  ],
  [/\bf[1-9]\d\.\d{1,3}\b|\bicd-?(?:9|10)\b/, 4],
  [/\b(?:in|course of|completed|completing|recommended) (?:\w+ ){0,3}treatment\b(?! (?:training|planning|course))/, 2],
  [
    /\bmental status\b|\bprogress notes?\b|\btreatment plan (?:review|goals?)\b|\bprognosis\b|\bpsychiatric evaluation\b|\bpsychosocial assessment\b/,
    4,
  ],
  [/\bmedications? (?:list|at|prescribed|:)|\bprescribed\b|\b\d+ ?mg\b|\bmedicamentos ?:/, 4],
  [/\bmedical record (?:no|number|#)|\bmrn\b|\bvital signs\b|\bblood pressure\b|\ballergies\b|\bchief complaint\b/, 4],
  [
    /\battending (?:physician|psychiatrist)\b|\bhistory of present illness\b|\blab(?:oratory)? results?\b|\bcase manager notes?\b/,
    3,
  ],
  [
    /\b(?:resumen|nota|carta|plan) de (?:alta|egreso)\b|\bfecha de (?:ingreso|alta|egreso)\b|\bfue (?:internado|ingresad[oa]|hospitalizad[oa])\b/,
    5,
  ],
  [/\b(?:tratamiento|terapia) (?:residencial|ambulatori[oa]|por)\b|\bexpediente (?:medico|clinico)\b/, 4],
  [/\b(?:his|her|their) (?:\w+ ){0,2}(?:treatment|therapy|recovery program|sobriety)\b|\bclient (?:since|of our)\b/, 2],
  [
    /\b(?:has|have) been (?:\w+ )?(?:a client|in (?:our )?(?:care|treatment)|receiving|sober|engaged in|client)\b|\bunder my care\b|\bclient of (?:our|this|the)\b/,
    4,
  ],
];
const aboutTreatment: Words = [
  [
    /\b(?:alcohol|opioid|cannabis|cocaine|stimulant|substance|amphetamine|sedative) (?:use disorder|dependence|abuse)\b|\b(?:dependencia|consumo|abuso) de (?:alcohol|opioides|drogas)\b/,
    3,
  ],
  [
    /\bbipolar\b|\bschizo(?:phrenia|affective)\b|\bmajor depressive\b|\bptsd\b|\bpsychosis\b|\bborderline personality\b|\bdepresion mayor\b|\besquizofrenia\b/,
    3,
  ],
  [
    /\b(?:naltrexone|vivitrol|buprenorphine|suboxone|subutex|sublocade|methadone|acamprosate|disulfiram|antabuse|lofexidine|naloxone|sertraline|fluoxetine|lithium|lamotrigine|quetiapine|olanzapine|risperidone|aripiprazole|clozapine|haloperidol|bupropion|trazodone|escitalopram|sertralina|metadona|buprenorfina)\b/,
    3,
  ],
  [/\b(?:residential|inpatient|outpatient|intensive outpatient|detox\w*|clinica|hospital|psychiatric|clinic)\b/, 1],
  [/\bmedications?\b|\baftercare\b|\btreatment\b|\btratamiento\b|\bterapia\b|\bcounseling\b/, 1],
];

/** The result of a test of somebody's urine or blood. */
const laboratory: Words = [
  [
    /\b(?:urine )?(?:drug|toxicology) screen(?:ing)? (?:result|report)|\burinalysis\b|\btoxicology (?:report|result)|\bdrug test results?\b/,
    5,
  ],
  [/\bchain of custody\b|\bspecimen\b|\bcreatinine\b|\bmedical review officer\b/, 4],
  [/\bdonor\b|\bcollect(?:ed|ion) (?:date|site|time)\b|\bcut-?off\b|\bng\/ml\b|\b\d+[- ]panel\b/, 3],
  [
    /\b(?:amphetamines?|opiates|thc|cocaine|benzodiazepines?|barbiturates|cannabinoids)\b.{0,30}\b(?:negative|positive|not detected)\b/,
    5,
  ],
];

/** Courts and what follows from them. */
const court: Words = [
  [
    /\bprobation (?:officer|order|terms|supervision|agreement)\b|\bparole (?:officer|board|order|certificate)\b|\bterms of (?:probation|parole|supervision)\b/,
    4,
  ],
  [/\b(?:docket|case|cause) ?(?:no|number|#)\b/, 2],
  [/\b(?:plaintiff|defendant|petitioner|respondent)\b|\bstate of \w+ (?:vs?\.?|versus)\b/, 4],
  [/\b(?:district|municipal|drug|juvenile|criminal|city|parish) court\b|\bjudicial district\b/, 2],
  [
    /\b(?:it is |hereby )ordered\b|\bsentenced?\b|\bplea(?:d|ded)? guilty\b|\bconvict(?:ed|ion)\b|\bcourt order\b|\bguilty\b/,
    4,
  ],
  [/\bcriminal (?:history|record|background)\b|\bexpungement\b|\barrest(?:ed)?\b|\bfelony\b|\bmisdemeanor\b/, 3],
  [/\bjudge\b|\bclerk of court\b|\blibertad condicional\b|\btribunal\b/, 2],
];

/** Cards and papers that say who somebody is by a number of the state. */
const identity: Words = [
  [
    /\bdriver'?s? licen[sc]e\b|\bidentification c.rd\b|\bpassport\b|\blicencia de conducir\b|\bbirth certificate\b|\bcertificate of (?:live )?birth\b/,
    4,
  ],
  [/\bsocial security\b(?! (?:benefits|administration offers|income))|\bseguro social\b/, 4],
  [/\bthis number has been established\b|\bvalid for work\b/, 5],
  [/\b(?!000|666|9)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}\b/, 3],
  [/\b(?:dl|id|license|card|document) ?(?:n[o0]\b|number\b|#)/, 2],
  [/\beyes ?:? ?(?:bro|blu|grn|hzl|blk|gry)|\beyes\b/, 1.5],
  [/\b(?:hgt|ht|wgt|wt|height|weight)\b ?:? ?\d/, 1.5],
  [/\b(?:exp|iss|4a|4b)\b/, 1],
  [/\b(?:dob|date of birth)\b/, 0.5],
  [/\bnationality\b|\bplace of birth\b|\bmother'?s? (?:maiden )?name\b|\bfather'?s? name\b/, 3],
];

const sum = (text: string, list: Words) =>
  list.reduce((total, [pattern, weight]) => total + (pattern.test(text) ? weight : 0), 0);

const treatmentMin = 6;
const altogetherMin = 9;
const othersMin = 7;

/**
 * True for a paper that nobody asked for and that is private: a discharge summary, a letter of a clinic, a test's result, a
 * court's paper, an identity card. The topic of a training does not make its certificate one: words about a person's own
 * case must be there. `text` is plain lower case on one line. A paper that says all a certificate says needs more.
 */
export function isSensitivePaper(text: string, isCertificate = false): boolean {
  const more = isCertificate ? 4 : 0;
  const own = sum(text, treatment);
  if (own >= treatmentMin + more && own + sum(text, aboutTreatment) >= altogetherMin + more) return true;
  return [laboratory, court, identity].some((words) => sum(text, words) >= othersMin + more);
}
