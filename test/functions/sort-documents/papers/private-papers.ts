/** Papers that nobody asked for and that are private, in our own words. A page each. */
export const privatePapers: readonly string[] = [
  `## Discharge Summary
Patient: Ivy Naquin      MRN 448120
Date of admission: 01/03/2026   Date of discharge: 02/01/2026
Diagnosis: F10.20 alcohol dependence
Medications at discharge: naltrexone 50 mg daily
Aftercare: intensive outpatient, weekly groups`,
  `Riverbend Treatment Center
To whom it may concern
This letter confirms that Oscar Verret has been a client of our program since March 2024.
He has been in treatment for opioid use disorder and completed 90 days of residential treatment.
His counselor reports that he is doing well with his recovery and medications.
Sincerely, clinical director`,
  `PSYCHIATRIC EVALUATION
Chief complaint: low mood
History of present illness: patient reports poor sleep for two months
Mental status: alert and oriented
Diagnosis: major depressive disorder
Plan: sertraline 50 mg, follow up in four weeks`,
  `Dr. Adele Roman, Psychiatry
Re: Lena Duplessis
Ms. Duplessis has been under my care since 2021. She was diagnosed with bipolar disorder
and is stable on lithium. In my opinion she can work as a peer.
Attending psychiatrist`,
  `Toxicology Report
Donor: Ivy Naquin      Specimen ID 99-120
Collected: 03/02/2026  Reported: 03/04/2026
Amphetamines  negative   cutoff 500 ng/mL
Opiates       negative   cutoff 300 ng/mL
THC           positive   cutoff 50 ng/mL
Medical review officer`,
  `15-Panel Drug Test Results
Name Oscar Verret   Collection date 5/5/26
Cocaine: Not detected
Benzodiazepines: Not detected
Specimen valid, creatinine normal`,
  `STATE OF LOUISIANA vs. LENA DUPLESSIS
17th Judicial District Court   Docket No. 2019-4471
ORDER
It is ordered that the defendant be released from probation.
Judge`,
  `Division of Probation and Parole
Terms of supervision
Offender: Ivy Naquin
You must report to your probation officer each month.
Sentence: two years, felony
Signature of probation officer`,
  `DRIVER LICENSE
LOUISIANA
DL NO 011223344 CLASS E
DOB 03-04-1984 EXP 03-04-2030
NAQUIN IVY
SEX F HT 5-05 EYES BRO`,
  `SOCIAL SECURITY
219-09-9999
THIS NUMBER HAS BEEN ESTABLISHED FOR
OSCAR VERRET`,
  `Resumen de alta
Paciente: Miguel Soto
Fecha de ingreso: 4 de enero de 2026
Diagnostico: dependencia de alcohol
Medicamentos: naltrexona 50 mg
Plan: tratamiento ambulatorio`,
  `Clinica Esperanza
Carta de tratamiento
El paciente Javier Ortiz fue ingresado en marzo y recibe tratamiento por consumo de drogas.
Diagnostico de depresion mayor. Terapia semanal.`,
  `Progress Note
Client: Lena Duplessis     Session 14
Client discussed cravings. Treatment plan goals reviewed.
Medications: buprenorphine 8 mg
Prognosis fair.`,
  `Certificate of Completion
This certifies that the patient Ivy Naquin was admitted on January 3 and was discharged on April 4, 2026
having completed residential treatment for alcohol use disorder at our clinic.`,
  `MEDICATION LIST
Patient: Oscar Verret   Allergies: none
Quetiapine 100 mg at bedtime
Lamotrigine 25 mg daily
Prescribed by Dr. Roman`,
  `Louisiana Identification Card
ID No 00991822
Duplessis Lena
DOB 01-02-1990 ISS 02-02-2024 EXP 01-02-2030
Sex F Hgt 5-02 Eyes GRN`,
];

const certificateOf = (title: string, hours = '3') => `# Certificate of Completion
= This certifies that
## Ivy Naquin
= has completed
## ${title}
= on March 4, 2026
= ${hours} contact hours`;

/** Papers that are wanted although their words are near those of private ones. */
export const wantedPapers: readonly string[] = [
  certificateOf('Medication Assisted Treatment: Methadone and Buprenorphine for Peers'),
  certificateOf('Understanding Probation and Parole'),
  certificateOf('Peer Support in Drug Court'),
  certificateOf('Discharge Planning: Helping Patients Come Home'),
  certificateOf('Opioid Use Disorder, Trauma and PTSD'),
  certificateOf('Residential and Outpatient Substance Use Treatment'),
  certificateOf('42 CFR Part 2 and the Disclosure of Records'),
  certificateOf('Bipolar Disorder and Schizophrenia: What Peers Should Know'),
  certificateOf('Criminal Records and Expungement Basics'),
  certificateOf('Reading a Treatment Plan: Goals and Progress Notes'),
  certificateOf('Helping People Get a Driver License or Social Security Card'),
  `# CERTIFICADO DE PARTICIPACION
= Se otorga a
## Lucia Hernandez Mora
= por completar el curso
## Tratamiento del consumo de drogas y alcohol
= 14 de mayo de 2026, 3 horas`,
  `## Application for Peer Support Specialist Training
Legal name: Marlene Guidry   Date of birth: 03/04/1984
Parish: Lafayette     Education: GED
Lived experience: I was diagnosed with bipolar disorder and went through residential treatment.
Months in recovery: 40
Why do you want to be a peer? Because somebody helped me when I was discharged.
Signature`,
  `## Continuing Education Reporting Form
Reporting year: 2026     Legal name: Marlene Guidry
Date | Training title | Provider | Hours | Ethics/Core
3/4/2026 | Drug Court and Probation | Gulf Coast | 3 | Core
4/7/2026 | Treatment of Opioid Use Disorder | Delta | 6 | Core
I attest that I follow the code of ethics.`,
];
