import { phrases } from './phrases.ts';
import { trainingColumns } from './report-labels.ts';

/** Who and what have numbers of their own besides the certificate. */
const numbered =
  '(provider|sponsor|sponsors|approval|accreditation|accrediting|authorization|course|class|training|activity|event|session|program|programme|workshop|webinar|module|license|licence|licensure|registration|enrollment|member|membership|student|learner|participant|attendee|person|trainee|recipient|employee|employer|agency|organization|school|site|facility|location|account|customer|user|order|invoice|receipt|payment|transaction|case|roster|group|permit|federal tax|tax|phone|telephone|fax|room|suite|contract|grant|job|badge|booth|seat|page)';

/** How certificates that list their facts call them. */
export const certificateLabels = {
  attendeeName: phrases(
    '[name|full name] [of] [the] (participant|attendee|student|learner|recipient|trainee|registrant|awardee|delegate|participante|alumno) [s] [full] [name]',
    '(participants|attendees|students|learners|recipients) name',
    '[full|legal|your|first and last] name',
    '(awarded|presented|issued|granted) to',
    'completed by',
    'this certifies that',
    'nombre [del] [participante]',
  ),
  courseTitle: phrases(
    '[name|title] [of] [the] (training|course|workshop|webinar|class|session|program|activity|event|conference|module) [title|name|topic|attended|completed]',
    '(title|topic|subject)',
    'for [successfully] (completing|completion of|attending)',
    '(curso|taller|capacitacion|titulo) [del curso]',
  ),
  provider: phrases(
    '[training|course|ce|approved|name of] (provider|sponsor|organization|sponsoring organization|training organization|host|organizer|provider name|sponsor name|institution|agency|school)',
    '(hosted|presented|provided|sponsored|offered|conducted|issued|organized|delivered|produced) by',
    '(proveedor|organizador|impartido por|ofrecido por)',
  ),
  completedOn: phrases(
    '(date|dates) [of] [completion|completed|training|the training|course|attendance|attended|event|session|webinar|program|participation] [completed|attended]',
    '(completion|training|course|event|session|webinar|attendance|end|finish|finished|workshop|class|program) [completion] (date|dates)',
    '(completed|attended|held|taken) [on]',
    'ended on',
    'fecha [de] [finalizacion|terminacion|curso]',
  ),
  startedOn: phrases('(start|begin|beginning|started) [date|on]', 'from'),
  otherDate: phrases(
    '(date|dates) [of] (issue|issued|printed|birth|expiration|expires|signed|enrollment|registered|registration)',
    '(issue|issued|print|printed|expiration|expiry|renewal|registration|enrollment|birth|report) date',
    '(expires|valid until|valid through|issued|printed|registered) [on]',
  ),
  ethicsHours: phrases(
    '[total|number] [of] ethics [ce|ceu|contact|clock|credit] (hours|ceus|ceu|credits|hrs|content|component) [earned|included]',
    '(hours|ceus|credits) (in|of) ethics',
    '(of which|including) ethics',
    'horas de etica',
  ),
  hours: trainingColumns.hours,
  duration: phrases(
    '[total|course|training|number of] (duration|length|time|minutes|contact hours|credit hours|clock hours|ce hours|ceus|ces|credits|hours) [earned|awarded|of training|attended|completed|minutes|hours]',
    'continuing education (hours|credits|units|credit hours|contact hours) [earned|awarded|ceus|ceu]',
    '[total|number] [of] (hours|credits|ceus) [of] [continuing education|training|ce|attendance|instruction] [earned|awarded]',
    'ce (credit|credits|hours|units) [earned|awarded]',
    '[total|numero|cantidad] [de] (horas|duracion) [de] [credito|contacto|capacitacion|educacion continua|instruccion|estudio]',
    '(creditos|unidades) [de] [educacion continua]',
  ),
  certificateId: phrases(
    '[ce|ceu|training|course|this] (certificate|certification|cert|credential|completion|confirmation|verification|validation|certificado|constancia|record|document|transcript|award|control|tracking) [of completion|of attendance|of participation|of achievement|of training|de asistencia|de participacion] [verification|serial|reference|id] (id|number|no|code|num|key|reference|identifier|numero|codigo|folio)',
    '(serial|reference|verification|ref) (id|number|no|code)',
    '(verify|validate|confirm) (with|using|online with) [code|number|id]',
    '(numero|folio|codigo|no) [de|del] [verificacion|serie] [de|del] (certificado|registro|verificacion|constancia|folio|serie)',
    '(serial|verification|ref|folio)',
    'id number',
  ),
  // what stands beside these is the number of somebody else, of the course, or of the person: the same on many certificates
  otherNumber: phrases(
    `[ce|ceu|naadac|nbcc|aswb|apa|acep|ncra|state|board|approved|accredited|continuing|registered] [education|approved|accredited|training|ce] ${numbered} [approval|accreditation|registration|license|provider] (id|number|no|code|num|identifier) [number|no]`,
    '(naadac|nbcc|aswb|apa|acep|ncra|npi|ein|fein|tin|ssn|ce broker|cebroker) [approved|tracking] [provider] (id|number|no)',
    '(numero|codigo|no) [de|del] (proveedor|curso|licencia|participante|miembro|aprobacion)',
  ),
  signature: phrases(
    '[authorized|instructor|trainer|provider|presenter|sponsor] signature [of] [instructor|trainer|provider|presenter|sponsor|authorized representative]',
    'signed [by]',
    'instructor',
    'presenter',
  ),
} as const;
