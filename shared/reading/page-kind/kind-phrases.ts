import type { DocumentKind } from '#shared/domain/document.ts';

/** Words that speak for a kind of paper, and how strongly; as a heading they count half as much again. */
export type Clue = {
  pattern: RegExp;
  weight: number;
  isHeading?: true;
  /** a heading inside a paper: it begins none */
  isPart?: true;
};

export type SortedKind = Exclude<DocumentKind, 'family-training-application'>;

const heading = (weight: number, pattern: RegExp): Clue => ({ pattern, weight, isHeading: true });
const part = (weight: number, pattern: RegExp): Clue => ({ pattern, weight, isHeading: true, isPart: true });
const words = (weight: number, pattern: RegExp): Clue => ({ pattern, weight });

const report: readonly Clue[] = [
  heading(
    5,
    /\b(?:continuing education|ceu?s?)\s+(?:credit |hours? |and )?(?:annual |yearly |training )?(?:report(?:ing)?|log|record|tracking|summary)\b(?! ?keeping)/,
  ),
  heading(
    4,
    /\b(?:annual|yearly|calendar year|\d{4})\s+(?:continuing education|ceu?s?|trainings?)\b.*\b(?:report|form|log|record|summary|sheet)/,
  ),
  heading(
    5,
    /\b(?:report(?:ing)?|log|record|summary|list)(?: form)? (?:of|for) (?:\w+ ){0,2}(?:continuing education|ceus?|trainings?)\b/,
  ),
  heading(3, /\breporting form\b|\bhours report\b|\bannual report form\b|\btracking sheet\b/),
  part(4, /\bethics attestation\b|\battestation statement\b|\bstatement of ethics\b|\bethics statement\b/),
  heading(5, /\b(?:informe|reporte|registro)\b.*\beducacion continua\b/),
  words(
    2.5,
    /\b(?:reporting|report) (?:year|period)\b|\bcalendar year\b|\byear (?:reported|covered)\b|\bfor year\b|\bano del informe\b|\bhours earned in \d{4}/,
  ),
  words(2, /\binitial (?:\w+ ){0,3}training\b/),
  words(
    3,
    /\b(?:i|yo),? (?:\w+,? ){0,3}(?:attest|affirm|certify|declare|pledge|agree|declaro|certifico|have read)\b.*\b(?:ethic|ethical|etica|trainings?|true)/,
  ),
  words(
    1.5,
    /\b(?:my |grand )?(?:total|sum|altogether)\b.*\b(?:ceus?|hours)\b|\btotal (?:all |ethics )?hours\b|\btotal de horas\b/,
  ),
  words(
    1.5,
    /\b(?:of which|total|these,?) ethics\b|\bethics (?:ceus?|hours) included\b|\bethics trainings\b|\bof ceus\b/,
  ),
  words(1.5, /\b(?:prior|pre|previously)[ -]?appro|\bapproved in advance\b/),
  words(
    2,
    /\b(?:ethics|e) ?(?:or|\/) ?(?:core|c)\b|\betica o (?:basico|nucleo)\b|\bethics ?\? |\bcore competency trainings\b/,
  ),
  words(2, /\b(?:list|attach|submit)\b.*\b(?:every|each|certificates?|at least)\b/),
  words(2, /^(?:training|course|entry|workshop) ?(?:#|no\.? )?(?:[1-9]|one|two|three)\b|^#\d\b/),
  words(1, /\brf?pss\b|\bcredential type\b|\bpeer(?: support)? specialist\b/),
  words(3, /\btrainings? (?:\w+ ){0,3}(?:completed|taken) (?:this|during|in) (?:the )?(?:calendar |reporting )?year\b/),
];

const certificate: readonly Clue[] = [
  heading(3, /\bcongratulations\b|\bfelicidades\b|\bbadge earned\b/),
  words(3, /\byou (?:have )?(?:successfully )?(?:completed|attended|passed)\b/),
  words(1.5, /\b(?:completion date|date of completion|date completed|training record|course completed)\b/),
  heading(5, /\bcertificate of\b/),
  heading(
    5,
    /^\W*certificate\W*$|\b(?:ce|ceu|training|course|attendance) certificate\b|\bcertificado de\b|^\W*(?:certificado|constancia|reconocimiento|diploma de participacion)\b|\baward of\b/,
  ),
  heading(
    5,
    /\b(?:letter|proof|record|statement|verification|confirmation|certification) of (?:\w+ )?(?:attendance|completion|training|participation|continuing education)\b/,
  ),
  heading(
    4,
    /\b(?:attendance|completion|training|participation|course) (?:confirmation|verification|record|certificate|acknowledgement)\b/,
  ),
  heading(
    6,
    /\b(?:continuing education|ceu?|training|learner|learning|course) (?:history |credit |completion )?transcript\b|\btranscript of (?:\w+ )?(?:continuing|training|ceu?|learning)/,
  ),
  heading(5, /\bsign[ -]?in (?:sheet|log|roster|form)\b|\battendance (?:sheet|log|roster)\b/),
  words(3, /\btime in\b.*\btime out\b|\bsign(?:ed)? in\b.*\bsign(?:ed)? out\b/),
  heading(4, /\bthank you for (?:attending|completing|participating|joining)\b/),
  words(
    4,
    /\b(?:this|hereby|is to|letter)\b.{0,20}\bcertif(?:y|ies|ied)\b|\bcertifica que\b|\bse otorga\b|\bhace constar\b|\bserves as (?:your )?(?:proof|certificate|verification|evidence)/,
  ),
  words(
    4,
    /\b(?:confirm\w*|verif\w+|acknowledge\w*|certif\w+)\b.{0,60}\b(?:attended|completed|participated|present|attendance)\b/,
  ),
  words(
    2.5,
    /\b(?:attended|completed|participated in|asistio)\b.{0,12}\b(?:the|our|a|al?|el|la|your)?\b.{0,14}\b(?:workshop|training|course|webinar|session|taller|curso|class|conference|seminar|module)/,
  ),
  words(2, /\bwas (?:present|in attendance)\b|\bsessions? attended\b|\bminutes attended\b/),
  words(3, /\bhas (?:\w+ )?(?:completed|attended|participated|fulfilled|met)\b/),
  words(
    3,
    /\b(?:presented|awarded|granted|issued|given|conferred) (?:\w+ )?to\b|\botorgado a\b|\b(?:otorga|concede) (?:el presente|la presente)? ?a\b/,
  ),
  words(
    3,
    /\bfor (?:\w+ ){0,2}(?:completing|completion of|attending|participating in|participation in)\b|\btook part in\b|\bin recognition of\b|\bpor (?:haber|su) (?:completado|participado|asistido|participacion|asistencia)\b/,
  ),
  words(
    2,
    /\bcertificate (?:id|no|number|#)|\bconfirmation (?:no|number|code)\b|\brecord (?:no|number)\b|\bcredential id\b|\bissued (?:by|on)\b/,
  ),
  words(
    1,
    /\b(?:contact|ce|ceu|credit|continuing education|clock|training|cpe?) (?:hours|credits|ceus)\b|\bhoras de\b|\bduracion\b/,
  ),
  words(1, /\b(?:participant|attendee|student|learner|employee)\b|\bparticipante\b/),
  words(1.5, /\bearned\b.*\bhours?\b|\bhours? (?:awarded|earned)\b/),
  words(2, /^\W*to whom it may concern/),
  words(1.5, /\b(?:taller|curso|capacitacion)\b/),
];

const guidance: readonly Clue[] = [
  heading(
    6,
    /\bguidance for ceu'?s?\b|\bceu'?s? and record ?-?keeping\b|\brecord ?-?keeping\b.*\b(?:form|guidance)\b|\bceu'?s? (?:guidance|record ?-?keeping)\b|\bguidance form\b/,
  ),
  heading(
    5,
    /\b(?:request|application) for (?:\w+ ){0,3}(?:ceu'?s?|continuing education|training) (?:credits?|approval|review)\b|\bceu (?:approval )?request\b|\btraining (?:approval|review|credit) request\b/,
  ),
  heading(3, /\bcontinuing education not (?:prior|pre|previously)[ -]?approved\b|\bguidance\b|\bceu worksheet\b/),
  words(
    4,
    /\bone form (?:for|per) (?:each|every|training)\b|\b(?:form|sheet) (?:for|per) (?:each|every|training)\b|\bcomplete for each training\b/,
  ),
  words(
    4,
    /\b(?:mandatory|required|mandated)\b.{0,25}\b(?:job|employer|employment|position|work)\b|\b(?:employer|job) (?:mandated|required|mandatory)\b|\bjob require\b/,
  ),
  words(
    3,
    /\bcore competenc\w+\b.{0,24}\b(?:address|cover|support|area|met\b|it\b)|\bwhich core competenc|\bwhat core comp/,
  ),
  words(2.5, /\bcompetenc\w+ (?:it|that|area|met|supports?|supported|covered|addressed)\b|\bcore competencies\b/),
  words(
    3,
    /\bhow (?:does|did|will|do|the|you) (?:\w+ ){1,4}(?:support|help|apply|relate|relates|improve|use)\b|\bhow it supports\b/,
  ),
  words(
    2.5,
    /\b(?:hours|ceu'?s?|units) (?:\w+ )?(?:claimed|requested|you ask for)\b|\bclaimed hours\b|\bhours (?:you )?claim\b|\brequested for credit\b/,
  ),
  words(1.5, /\bstaff (?:use )?only\b|\bfor office use\b|\bby staff only\b/),
  words(2.5, /\bnot (?:on the approved list|(?:prior|pre|previously)[ -]?approved|approved in advance)\b/),
];

const application: readonly Clue[] = [
  heading(6, /\bapplication\b(?!.*\b(?:ceu|credit|continuing)\b).*\btraining\b|\btraining application\b/),
  heading(
    4,
    /^(?!.*\b(?:ceu|credit|continuing)\b).*(?:\b(?:peer|enrollment|candidate|training|rf?pss|specialist|class)\b.*\bapplication\b|\bapplication\b.*\b(?:peer|class|rf?pss|attend|candidates?)\b)/,
  ),
  heading(
    3,
    /^\W*application\b(?! for (?:\w+ )?(?:ceu|continuing))|\bapplication (?:form|packet)\b|\bapplicant questionnaire\b/,
  ),
  heading(6, /\bsolicitud\b.*\b(?:capacitacion|entrenamiento|formacion)\b/),
  words(2.5, /\bdate of birth\b|\bbirth ?date\b|\bd\.?o\.?b\b|\bfecha de nacimiento\b/),
  words(3, /\blived experience\b|\bexperiencia vivida\b|\bpersonal experience with recovery\b/),
  words(
    3,
    /\brecovery\b.*\b(?:twelve|12)\b.*\bmonths?\b|\bmonths?\b.*\brecovery\b|\b(?:doce|12) meses de recuperacion\b|\byear in recovery\b/,
  ),
  words(
    2,
    /\bin recovery (?:for|since)\b|\b(?:time|years?) in recovery\b|\brecovery (?:journey|time)\b|\blength of (?:\w+ ){0,4}recovery\b|\bwhat (?:does )?recovery\b/,
  ),
  words(
    2,
    /\b(?:highest|level of) (?:\w+ ){0,3}(?:education|grade|diploma|degree|school)\b|\bhighest (?:education|grade|diploma|degree)\b|\beducation (?:level|completed)\b|\beducation ?:|\bnivel de educacion\b|\bschool(?:ing)? completed\b/,
  ),
  words(2, /\bwhy (?:do|would) you (?:want|like|wish)\b|\b(?:describe|tell us about) your\b|\bwould you help\b/),
  words(
    3,
    /\bparent or caregiver\b|\bcaregiver of a child\b|\bparent\/caregiver\b|\bcaregiving\b|\bas a (?:parent|caregiver)\b|\bmadre o cuidador\b|\bchild with (?:\w+ ){0,3}needs\b/,
  ),
  words(1, /\bparish\b|\bparroquia\b|\bcounty\b/),
  words(1.5, /\bregistration fee\b|\bscholarship\b|\bincomplete applications\b|\bdo not leave any\b/),
  words(2, /\bapplicant\b|\bcandidate\b|\bfirma del solicitante\b/),
  words(1, /\breferences\b|\bemergency contact\b|\bessay\b/),
];

/** Words of an asked-for education, as a form writes them: no school speaks there. */
const notAsked =
  '^(?!.*\\b(?:education|attach(?:ed)?|copy of|schooling|school completed|equivalent|level|highest|resume)\\b)[^:?]*';

const education: readonly Clue[] = [
  heading(3, new RegExp(`${notAsked}\\bdiploma\\b(?! de participacion)`)),
  heading(
    3,
    new RegExp(
      `${notAsked}\\b(?:high school|college|university|academy|consolidated school|escuela|universidad|colegio|preparatoria)\\b`,
    ),
  ),
  heading(
    5,
    /^(?!.*\b(?:continuing education|ceu?|training|learner|learning|course)\b.*transcript).*\b(?:official |unofficial |student |academic )?transcript\b/,
  ),
  heading(
    6,
    /\bgeneral educational development\b|\bhigh school equivalency\b|^\W*(?:\w+ )?(?:hiset|ged)\b(?!\W*(?:19|20)\d\d)(?! \()|\bbachillerato\b/,
  ),
  heading(5, /\b(?:bachelor|master|associate|doctor) of\b(?!.*:)|\b(?:the|this) degree\b/),
  words(3, /\bdegree of\b|\bconferred upon\b|\bdegree awarded\b|\bhonors\b/),
  words(
    3,
    /\bawarded a high school diploma\b|\bgraduated from\b|\bgranted this (?:\w+ ){0,2}diploma\b|\bpresente diploma\b/,
  ),
  words(
    3,
    /\bcourse of study\b|\bdate of graduation\b|\bfor graduation\b|\bprescribed by\b|\ball the rights\b|\bboard of (?:education|regents|trustees)\b|\bhaber concluido\b|\bclass of (?:19|20)\d\d\b/,
  ),
  words(
    4,
    /\bcumulative gpa\b|\bcredits (?:attempted|earned)\b|\bgrade point\b|\bgpa \d|\bclass rank\b|\bstandard score\b|\btests? of general educational\b/,
  ),
  words(1.5, /\bregistrar\b|\bprincipal\b|\bsuperintendent\b|\bchancellor\b|\bregents\b|\btrustees\b/),
];

/** Papers that come along with the others and are none of them. They stand against a kind that only their words share. */
const stranger: readonly Clue[] = [
  heading(6, /^\W*fax\b(?! ?:? ?\(?\d)|\b(?:fax|cover) (?:cover )?sheet\b|\bfacsimile\b/),
  words(4, /\bpages? (?:including|incl)|\bnumber of pages\b|\bpages \(/),
  words(2, /\bconfidentiality notice\b|\bintended (?:only|solely) for\b|\bfax ?:/),
  heading(4, /\bjoin us\b|\bsave the date\b|\bcall for proposals\b|\byou(?:'re| are) invited\b/),
  words(
    4,
    /\bregister (?:by|now|today|at|online|before|early)\b|\bearly bird\b|\bseating is limited\b|\brsvp\b|\bearn up to\b/,
  ),
  words(3, /\bwill be (?:given|provided|available|awarded|issued|offered)\b/),
  heading(6, /^\W*(?:\w+ ){0,3}(?:agenda|schedule|itinerary|minutes)\b|\bmeeting minutes\b/),
  words(3, /\blunch\b|\bcoffee\b|\bbreak\b|\badjourn/),
  heading(6, /^\W*(?:\w+ )?(?:invoice|receipt|order confirmation|statement of account|quote|purchase order)\b/),
  words(
    4,
    /\bbill to\b|\b(?:amount|total|balance) due\b|\bunit price\b|\bsubtotal\b|\bpayment method\b|\border (?:number|no)\b/,
  ),
  heading(
    9,
    /^\W*(?:general )?instructions? (?:for|to|on|and)\b|\bfrequently asked questions\b|\bhow to (?:complete|submit|fill)\b/,
  ),
  words(2.5, /\bwho must\b|\bwhat is not accepted\b|\bquestions ?\?? ?:? ?(?:call|contact)\b/),
  heading(6, /\bterms (?:and|&|of) (?:conditions|use|service)\b|\bprivacy (?:policy|notice)\b/),
  words(2, /\brefunds?\b|\bcopyright\b|\bprivacy policy\b/),
  heading(
    6,
    /\b(?:course|training|program|session|workshop|trainer) evaluation\b|\bevaluation form\b|\bsatisfaction survey\b/,
  ),
  words(4, /\bstrongly (?:dis)?agree\b|\bplease rate\b|\bwould you recommend\b/),
  heading(9, /^\W*(?:job description|resume|curriculum vitae|cover letter)\b/),
  words(2, /\bduties\b|\bsalary\b|\bequal opportunity\b|\breports to\b/),
  heading(6, /^\W*(?:\w+ )?(?:quiz|pre-?test|post-?test|handout|worksheet for participants|learning objectives)\b/),
  words(4, /\btrue ?\/ ?false\b|\bscore _+/),
];

export const clues: Readonly<Record<SortedKind, readonly Clue[]>> = {
  'ce-report': report,
  certificate,
  'ceu-guidance': guidance,
  'training-application': application,
  'education-evidence': education,
  other: stranger,
};

/** Words of an application of those who raise a child; one of the first, or two of the others. */
export const familySurely =
  /\brfpss\b|\bfamily (?:peer|support specialist)|\bpeer parent\b|\bparent peer\b|\bparent or caregiver\b|\bcaregiver of a child\b|\bapoyo familiar\b/;
export const familyWords =
  /\b(?:family|families|parent|parents|caregiver|caregiving|child|children|foster|kinship|guardian|grandmother|grandfather|padre|madre|cuidador|familiar|nino|hijos?)\b/g;

/** Headings of a table of trainings; three of them side by side are a report's table. */
export const columnWords =
  /^(?:#|no\.?|date(?: \w+){0,2}|(?:name|title) of (?:the )?(?:training|course)|(?:training|course|workshop)(?: (?:title|name|organization|provider|date))?|title|provider|organization|presenter|sponsor(?: \/ provider)?|(?:\w+ )?hours|hrs|# of ceus|ceus?|category|e or c|ethics ?\??|ethics ?(?:or|\/) ?core.*|type|(?:prior|pre)[ -]?approved.*|approved in advance.*|pre-?appr.*|\w+ pre-?.*|finished on|completed(?: on)?|completion date|training provider|fecha|titulo del curso|proveedor|horas)$/;
