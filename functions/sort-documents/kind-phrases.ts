import type { DocumentKind } from '#shared/domain/document.ts';

/** Words that speak for a kind of paper, and how strongly; as a heading they count half as much again. */
export type Clue = { pattern: RegExp; weight: number; isHeading?: true };

export type SortedKind = Exclude<DocumentKind, 'other' | 'family-training-application'>;

export const clues: Readonly<Record<SortedKind, readonly Clue[]>> = {
  'ce-report': [
    {
      pattern: /\b(?:continuing education|ceu?s?)\s+(?:credit |hours? )?(?:annual |yearly )?report(?:ing)?\b/,
      weight: 5,
      isHeading: true,
    },
    {
      pattern: /\b(?:annual|yearly|calendar year)\s+(?:continuing education|ceu?s?)\b.*\b(?:report|form|log|record)/,
      weight: 4,
      isHeading: true,
    },
    {
      pattern: /\breport(?:ing)? (?:form|of) (?:for )?(?:continuing education|ceus?|trainings?)\b/,
      weight: 5,
      isHeading: true,
    },
    { pattern: /\bethics attestation\b|\battestation statement\b|\bstatement of ethics\b/, weight: 4, isHeading: true },
    { pattern: /\b(?:informe|reporte)\b.*\beducacion continua\b/, weight: 5, isHeading: true },
    { pattern: /\b(?:reporting|calendar|report) year\b|\byear (?:reported|covered)\b/, weight: 2.5 },
    { pattern: /\binitial (?:\w+ ){0,3}training\b/, weight: 2 },
    {
      pattern: /\bi (?:\w+ ){0,2}(?:attest|affirm|certify|declare|pledge)\b.*\b(?:ethic|trainings?|true)\b/,
      weight: 3,
    },
    { pattern: /\b(?:total|sum)\b.*\b(?:ceus?|hours)\b/, weight: 1 },
    { pattern: /\b(?:of which|total|these,?) ethics\b|\bethics (?:ceus?|hours) included\b/, weight: 1.5 },
    { pattern: /\b(?:prior|pre|previously)[ -]?appro|\bapproved in advance\b/, weight: 1.5 },
    { pattern: /\b(?:ethics|e) ?(?:or|\/) ?(?:core|c)\b/, weight: 2 },
    { pattern: /^(?:training|course|entry) (?:#|no\.? )?(?:[1-9]|one|two|three)\b/, weight: 1.5 },
    { pattern: /\brf?pss\b/, weight: 1 },
    {
      pattern:
        /\btrainings? (?:\w+ ){0,3}(?:completed|taken) (?:this|during|in) (?:the )?(?:calendar |reporting )?year\b/,
      weight: 3,
    },
  ],
  certificate: [
    { pattern: /\bcongratulations\b|\bfelicidades\b/, weight: 3, isHeading: true },
    { pattern: /\byou (?:have )?(?:successfully )?(?:completed|attended|passed)\b/, weight: 3 },
    {
      pattern: /\b(?:completion date|date of completion|date completed|training record|course completed)\b/,
      weight: 1.5,
    },
    { pattern: /\bcertificate of\b/, weight: 5, isHeading: true },
    { pattern: /^\W*certificate\W*$|\bce certificate\b|\bcertificado de\b/, weight: 5, isHeading: true },
    {
      pattern:
        /\b(?:letter|proof|record|statement|verification|confirmation) of (?:\w+ )?(?:attendance|completion|training|participation|continuing education)\b/,
      weight: 5,
      isHeading: true,
    },
    {
      pattern: /\b(?:attendance|completion|training) (?:confirmation|verification|record|certificate)\b/,
      weight: 4,
      isHeading: true,
    },
    { pattern: /\bthank you for (?:attending|completing|participating|joining)\b/, weight: 4, isHeading: true },
    {
      pattern: /\b(?:this|hereby|is to|letter)\b.{0,20}\bcertif(?:y|ies)\b|\bcertifica que\b|\bse otorga\b/,
      weight: 4,
    },
    {
      pattern: /\b(?:confirm\w*|verif\w+|acknowledge\w*|certif\w+)\b.{0,60}\b(?:attended|completed|participated)\b/,
      weight: 4,
    },
    { pattern: /\bhas (?:\w+ )?(?:completed|attended|participated|fulfilled)\b/, weight: 3 },
    { pattern: /\b(?:presented|awarded|granted|issued|given) (?:\w+ )?to\b|\botorgado a\b/, weight: 3 },
    {
      pattern:
        /\bfor (?:\w+ ){0,2}(?:completing|completion of|attending|participating in|participation in)\b|\btook part in\b|\bin recognition of\b/,
      weight: 3,
    },
    {
      pattern:
        /\bcertificate (?:id|no|number|#)|\bconfirmation (?:no|number|code)\b|\brecord (?:no|number)\b|\bcredential id\b/,
      weight: 2,
    },
    {
      pattern: /\b(?:contact|ce|credit|continuing education|clock|training) (?:hours|credits|ceus)\b|\bhoras de\b/,
      weight: 1,
    },
    { pattern: /\b(?:participant|attendee|student|learner)\b/, weight: 1 },
    { pattern: /\bearned\b.*\bhours?\b/, weight: 1.5 },
  ],
  'ceu-guidance': [
    {
      pattern: /\bguidance for ceus?\b|\bceus? and record ?keeping\b|\brecord ?keeping\b.*\bform\b/,
      weight: 6,
      isHeading: true,
    },
    {
      pattern:
        /\b(?:request|application) for (?:\w+ ){0,3}(?:ceu|continuing education|training) (?:credit|approval|review)\b|\bceu (?:approval )?request\b/,
      weight: 5,
      isHeading: true,
    },
    { pattern: /\bone form (?:for|per) each\b|\b(?:form|sheet) (?:for|per) (?:each|every) training\b/, weight: 4 },
    { pattern: /\b(?:mandatory|required|mandated)\b.{0,25}\b(?:job|employer|employment|position|work)\b/, weight: 4 },
    {
      pattern: /\bcore competenc\w+ (?:\w+ )?(?:addressed|covered|supported|area|met)\b|\bwhich core competenc/,
      weight: 3,
    },
    {
      pattern:
        /\bhow (?:does|did|will|do) (?:\w+ ){1,4}(?:support|help|apply|relate|improve|use)\b|\bhow it supports\b/,
      weight: 3,
    },
    { pattern: /\b(?:hours|ceus) (?:claimed|requested)\b/, weight: 2 },
    { pattern: /\bstaff (?:use )?only\b|\bfor office use\b/, weight: 1.5 },
    { pattern: /\bnot (?:prior|pre|previously)[ -]?approved\b|\bnot approved in advance\b/, weight: 1.5 },
  ],
  'training-application': [
    { pattern: /\bapplication\b.*\btraining\b|\btraining application\b/, weight: 6, isHeading: true },
    { pattern: /^\W*application\b/, weight: 3, isHeading: true },
    { pattern: /\bdate of birth\b|\bbirth ?date\b/, weight: 2 },
    { pattern: /\blived experience\b/, weight: 3 },
    { pattern: /\brecovery\b.*\b(?:twelve|12)\b.*\bmonths?\b|\bmonths?\b.*\brecovery\b/, weight: 3 },
    { pattern: /\b(?:highest|level of) (?:\w+ ){0,2}education\b/, weight: 2 },
    { pattern: /\bwhy (?:do|would) you (?:want|like)\b/, weight: 2 },
    { pattern: /\bparent or caregiver\b|\bcaregiver of a child\b/, weight: 3 },
    { pattern: /\bparish\b/, weight: 1 },
    { pattern: /\bregistration fee\b|\bscholarship\b/, weight: 1 },
  ],
  'education-evidence': [
    { pattern: /\b(?:high school|school|college|university)? ?diploma\b/, weight: 3, isHeading: true },
    { pattern: /\b(?:high school|college|university|academy|consolidated school)\b/, weight: 3, isHeading: true },
    { pattern: /\b(?:official )?transcript\b/, weight: 5, isHeading: true },
    {
      pattern: /\bgeneral educational development\b|\bhigh school equivalency\b|\bhiset\b/,
      weight: 6,
      isHeading: true,
    },
    { pattern: /\b(?:bachelor|master|associate|doctor) of\b|\bdegree of\b/, weight: 5 },
    {
      pattern:
        /\bcourse of study\b|\bgraduat(?:ed|ion)\b|\bprescribed by\b|\ball the rights\b|\bboard of (?:education|regents|trustees)\b/,
      weight: 3,
    },
    { pattern: /\bcumulative gpa\b|\bcredits attempted\b|\bgrade point\b/, weight: 4 },
  ],
};

export const familyClue = /\brfpss\b|\bfamily peer\b|\bparent or caregiver\b|\bcaregiver of a child\b/;

/** Headings of a table of trainings; three of them side by side are a report's table. */
export const columnWords =
  /^(?:#|no\.?|date(?: \w+){0,2}|(?:name|title) of (?:the )?(?:training|course)|(?:training|course|workshop)(?: (?:title|name|organization|provider|date))?|title|provider|sponsor(?: \/ provider)?|(?:\w+ )?hours|hrs|ceus?|category|ethics ?(?:or|\/) ?core.*|type|prior approved.*|approved in advance|pre-?appr.*|\w+ pre-?.*)$/;
