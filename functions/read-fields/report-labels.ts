import { phrases } from './phrases.ts';

const who =
  'specialist|participant|peer|applicant|employee|submitter|attendee|member|trainee|staff member|peer specialist|peer support specialist|recognized peer support specialist';
const credit = 'ce|ceu|ceus|ces|continuing education|clock|contact|credit|training';
const amounts = 'hours|hour|hrs|ceus|ceu|ces|credits|units|horas';

/** How report forms call the person's own data. Also used by the guidance form. */
export const personLabels = {
  legalName: phrases(
    `[1|full|complete|your|print|printed|current] [full|legal] name [of] [the|this] [${who}] [print|printed|please print|legal|as it appears on your certificate|first middle last|first and last|last first middle]`,
    `(${who}) [s] [full|legal|printed|print] name`,
    `(${who}s) [full|legal|printed] name`,
    'name in full',
    'print [your] name',
    'legal name [of] [person] reporting',
    'submitted by',
    'nombre [legal|completo] [completo|legal] [del] [participante|especialista]',
  ),
  firstName: phrases('[legal] first [name]', 'given name', 'nombre'),
  middleName: phrases('middle [name|initial]', 'm i', 'mi'),
  lastName: phrases('[legal] last [name]', 'surname', 'family name', 'apellido [s]', 'apellidos'),
  email: phrases(
    '[your|personal|work|contact|preferred|best|primary] (email|e mail|correo electronico|correo) [address] [address|on file]',
    'electronic mail',
  ),
  phone: phrases(
    '[your|daytime|home|cell|mobile|work|contact|primary|best|day] (phone|telephone|tel|cell|mobile|telefono|cell phone|phone cell|contact number) [number|no|home|cell]',
  ),
} as const;

/** The places of a continuing education report outside its table. */
export const reportLabels = {
  reportingYear: phrases(
    '[ce|ceu|continuing education] [calendar|reporting|report|reported] year [of] [report|reported|reporting|covered|being reported|end|ending|reporting for]',
    'year [being] (reported|covered|of report)',
    '[ceus|hours|credits|trainings] (earned|completed|taken|reported) (in|for|during) [the] [calendar|reporting] year',
    '(ceus|report|reporting) for [the] [calendar] year',
    'for [the] [calendar|reporting] year [of]',
    'reporting period',
    'period covered',
    'ano [del|de] [informe|calendario]',
  ),
  ...personLabels,
  credentialType: phrases(
    '[peer|your] (credential|certification|recognition|specialist|recognized|credentials) [type|held|you hold|status]',
    'type [of] [credential|specialist|recognition|certification|peer]',
    'credential [type|you hold|held] [check one|select one]',
    'i am [a|an] [recognized]',
    'i hold (the|a) credential [of|as]',
    'credencial',
  ),
  initialTrainingDate: phrases(
    '[date] [of] [your|my] (initial|original|first|basic) [louisiana|obh] [rpss|rfpss|cpss|peer|family peer] [support] [specialist] [certification|recognition] (training|certification|recognition) [was] [date|completed|finished|completion date|completion|ended|end date] [on|date]',
    'date [you] (completed|finished) [your] (initial|original|first|basic) [rpss|rfpss|peer] [support] [specialist] training',
    'date [of] [completion of] (initial|original|first|basic) [rpss|rfpss|peer] [support] [specialist] training [completed|was completed]',
    'completion [date] of (initial|original|first|basic) [rpss|rfpss|peer] [support] [specialist] training',
    'when did you (complete|finish) [your] (initial|original|first) [peer] [support] training',
    '[date] (rpss|rfpss|peer specialist|peer support specialist) training [was] (completed|completion date|date|completed on)',
    'fecha [de] [la] capacitacion inicial',
  ),
  employer: phrases(
    '[current|present|your|name of] (employer|employing agency|agency|workplace|place of work|place of employment|employer agency|agency employer|employer organization|where employed) [name] [agency|organization|employer|or agency|or organization|if any]',
    '(agency|organization|employer) (employer|name|of employment|where employed|where you work)',
    '[where] [do] [you] (work at|employed by|employed at|work for)',
    'where do you work',
    'organization',
    'empleador',
  ),
  totalHours: phrases(
    `[grand] total [number] [of] [${credit}] [education] [${amounts}] [earned|reported|claimed|completed|this year|for the year|for year|all trainings|for the reporting year]`,
    `[sum|number] of [all|total] [${credit}] (${amounts}) [earned|reported|claimed|completed]`,
    `(${amounts}) (total|in total|in all)`,
    'total for [the] year',
  ),
  totalEthicsHours: phrases(
    `[total] [number] [of] ethics [${credit}] (${amounts}|total) [included|earned|reported|claimed|completed] [in] [the|this] [total|above]`,
    `[total] [number] [of] [${credit}] (${amounts}) (in|of|for) ethics`,
    `of (which|these|this|the total) [are|is] [in] ethics [${credit}] [${amounts}]`,
    `(including|includes|thereof|included) [in] ethics [${credit}] [${amounts}]`,
    'total [in] ethics',
    'ethics (total|subtotal)',
    'subtotal ethics',
    `(${amounts}) ethics`,
  ),
  signature: phrases(
    `[your|my|electronic|applicants|participants|specialists|peers|employees] signature [of] [the|person] [${who}] [reporting|typed name accepted|typed or drawn|electronic signature accepted]`,
    `(${who}) [s] signature`,
    'signed [by]',
    'sign [your name] here',
    'firma',
  ),
  signatureDate: phrases(
    '[todays|signature|signed] date [signed|of signature|of signing]',
    'dated',
    'signed on',
    'date signed',
    'fecha [de] [firma]',
  ),
} as const;

/** Headings of a table of trainings. */
export const trainingColumns = {
  number: phrases('number', 'no', 'num', 'line [number]', 'item [number]', 'row', '1'),
  title: phrases(
    '[full] [name|title|names|titles] [or] [name|title] [of] [the|each] (training|trainings|course|courses|workshop|webinar|class|session|program|activity|event|topic|ce activity|ceu training|continuing education) [title|name|attended|topic|completed|taken|activity|or course|course|event|or topic|title topic]',
    '(title|topic|trainings|description|subject) [of] [training|course|topic]',
    '[name|title] [of] (training|course|workshop|class|webinar|event|conference|session|activity|program) [or] (training|course|workshop|webinar|class|session|event|conference|activity|program) [or] [webinar|class|event|activity|conference] [title|name|attended]',
    'title [and|or] (name|topic)',
    'what [training] [did you take]',
    '(titulo|nombre) [de] [la|el] [capacitacion|curso|entrenamiento]',
  ),
  provider: phrases(
    '[name] [of] [training|ce|course] (provider|providers|sponsor|organization|agency|presenter|host|trainer|instructor|provided by|offered by|presented by|conducted by|sponsored by|organizer) [name] [or] [organization|agency|provider|sponsor|presenter|trainer|name|host]',
    '(training|sponsoring|providing|presenting|host) (organization|agency|provider|sponsor|entity)',
    'who (provided|offered|gave|presented) [it|the training]',
    'given by',
    'proveedor [de] [la] [capacitacion]',
  ),
  completedOn: phrases(
    '[completion|training|course|class|end] (date|dates) [of] [completed|completion|taken|attended|training|attendance|course|finished|mm dd yyyy]',
    '(completed|taken|attended|finished) [on]',
    'date [s] [was] (completed|taken|attended)',
    'when',
    'day',
    'fecha [de] [terminacion|capacitacion]',
  ),
  hours: phrases(
    `[number|total] [of] [${credit}] [education] (${amounts}) [earned|claimed|awarded|completed|number]`,
    'ce',
    'length [hours|in hours]',
    'time [hours]',
    'number',
  ),
  ethicsHours: phrases(`ethics [${credit}] [${amounts}]`, `(${amounts}) [in] ethics`, 'ethics e', 'e', 'eth'),
  coreHours: phrases(`(core|other|non ethics|core competency|core competencies|general) [${credit}] [${amounts}]`, 'c'),
  category: phrases(
    '(ethics|e|eth) [e] [or|and] (core|c) [c] [competency|competencies|e c|hours|credit]',
    '(core|c) [competency|c] [c] [or|and] (ethics|e) [e] [hours|credit]',
    '(category|type|area|bucket|credit type|ce type|ceu type|topic area|kind|subject area) [of] [training|ceu|credit|e c|ethics core|ethics or core|e or c|hours]',
    'categoria',
    'e c',
  ),
  priorApproved: phrases(
    '[obh|state|programme|program|was it|is it] (prior|pre|previously|already) (approved|approval|appr|approval received) [by] [obh|state|training|for peer ceus] [y n|yes no|yes or no|y or n]',
    '[obh|state] (preapproved|preapproval|preappr|priorapproved|approved) [by] [obh|training|in advance|beforehand|before|ahead] [y n|yes no|yes or no|y or n]',
    'approved in advance',
    'aprobado [previamente]',
  ),
  attached: phrases(
    '[certificate|cert|proof|copy] (attached|enclosed|included|certificate) [attached|enclosed|y n|yes no]',
  ),
} as const;

export type TrainingColumn = keyof typeof trainingColumns;
