const list = (text: string) => text.trim().split(/\s+/);

/** The words by which papers of this office are told apart; a poor picture of one of them is read as it. */
export const knownWords: ReadonlySet<string> = new Set(
  list(`
  accepted accordance achievement acknowledge acknowledges acknowledgement address addressed admission admitted advance
  affirm agenda agree agreement altogether amount annual applicant application applications approval approved approves associate
  attached attempted attend attended attendance attendee attending attest attestation authorized award awarded
  bachelor badge birth birthdate board
  calendar candidate caregiver caregiving category certificate certificates certification certified certifies certify
  challenge chancellor child claimed class clock code college competencies competency complete completed completing
  completion concern conditions conference conferred confidentiality confirm confirmation confirms confirmed congratulations
  consolidated constancia contact continuing copyright core county course courses covered credential credit credits cumulative
  date declare degree department describe description development diploma discharge discharged
  documentation duties duration
  earned earning education educational emergency employee employer employment enrollment equivalency escuela essay ethical
  ethics evaluation examination experience
  facsimile faculty family frequently fulfilled
  general graduated graduation granted guidance
  hereby highest honors hours
  identification included including incomplete informe initial instructions instructor invoice issued itinerary
  keeping
  learner learning legal letter license listed lived
  mandated mandatory master meeting minutes module months
  official organization
  parent parish participant participated participating participation passed payment peer pledge points policy position
  prescribed presented presenter principal prior privacy proof proudly provided provider
  questionnaire questions
  received receipt recognition recognized record recordkeeping records recovery reference references regents register
  registrar registration report reported reporting request requested required requirements residence resume review rights
  salary satisfactorily schedule scholarship school serves session sessions sheet signature signed specialist specialists
  sponsor staff standard statement student study submit submitted successful successfully summary superintendent
  supports survey
  terms title total tracking trainer training trainings transcript trustees twelve
  undersigned units university upon
  verification verified verifies verify
  webinar whom workshop worksheet
  year yearly rfpss rpss gpa
  caring foster grandmother guardian padre madre familiar hiset equivalency
  otorga otorgado certifica certificado constar haber completado participado asistio participacion asistencia taller curso
  duracion horas educacion continua proveedor fecha firma solicitud solicitante capacitacion nacimiento parroquia experiencia
  vivida recuperacion meses bachillerato concluido reconocimiento felicidades declaro etica reporte preparatoria cuidador
  necesidades nivel
  patient diagnosis diagnosed treatment medication medications prescribed summary residential inpatient outpatient
  hospitalized psychiatric psychosocial toxicology urinalysis disorder dependence probation parole medical clinic therapist
  paciente diagnostico tratamiento medicamentos ingreso alta resumen clinica egreso
  january february march april august september october november december enero febrero marzo abril junio julio agosto
  septiembre octubre noviembre diciembre
  hours credits asistencia diploma continuing attn subject
  from cover facsimile pages professional
  number established valid nationality specimen collected collection creatinine defendant plaintiff judicial docket offender sentence
  custody donor panel client admitted hospital counseling counselor alcohol opioid substance abuse allergies prognosis attending
  officer supervision felony ordered medicamentos paciente ingresado internado
  louisiana
  social security driver licence passport
  `),
);

/** Small words that stick to others. */
export const smallWords: ReadonlySet<string> = new Set(
  list(
    'of to the for and has is in this by on at be as it was you your que por del de la el no or an my from with date',
  ),
);
