import type { KnownPapers } from './confusion.ts';
import { otherPapers } from './second-batch-others.ts';

/** Written after the phrases were, to see how they do on wording that nobody had in mind. A page each. */
export const secondBatch: KnownPapers = {
  certificate: [
    `Gulf States Addiction Technology Network
Record of Professional Development
Awarded this date to: SHEILA MOUTON
Event: Peer Supervision Fundamentals
Event date(s): 4/14/26 and 4/15/26
Contact hours approved: 10
Program administrator signature`,
    `# CE Credit Verification
Attendee: Darrel Fruge
Live webinar: Rural Peer Support
Broadcast on 2026-07-08
Number of credits: 1.0
Verification code: 9HJ2-33`,
    `Dear Ms. Dupre,
We are happy to verify that you completed our six-hour training "Mental Health First Aid for
Adults" on January 22, 2026. Keep this letter as documentation of your participation.
Warm regards,
Jeri Comeaux, Lead Instructor`,
    `# Diploma de Asistencia
= Se reconoce a
## Miguel Angel Soto
= por su asistencia al seminario Prevencion del suicidio
= impartido el 3 de marzo de 2026, 2 horas
La coordinadora`,
    `Course Complete!
Nice work, Yolanda.
Ethics in Digital Communication
Finished: 10 Oct 2026
You earned 2 CE hours
View certificate | Print | Return to catalog`,
    `# THIS CERTIFIES THAT
## Curtis Lejeune
= attended
## Annual Peer Summit
= sponsored by Riverlands Alliance
= and has earned 6.25 hours
= November 6, 2026`,
    `In-Service Attendance Verification Form
Employee name: Bianca Theriot
Topic: De-escalation
Presenter: Capt. Noel
Date / time: 3-3-26, 1:00-3:00
Hours credited: 2
Supervisor initials BT`,
    `Peer Academy
Achievement certificate
Student: Roland Smith
Class: Active Listening
Grade: Pass
Completed 5/5/2026 - 3 CEUs awarded`,
  ],
  'ce-report': [
    `Form CE-1 Peer Specialist Continuing Education
Report for the year ending December 31, 2026
Peer's name Sheila Mouton   RPSS number 0881
A. Ethics hours
Date | Training | Provider | Hours
4/14 | Walking the Line | River Parish | 3
B. Other hours
Date | Training | Provider | Hours
5/5 | Active Listening | Peer Academy | 7
By signing I affirm that I abide by the code of ethics.`,
    `My CEUs for 2026
Name: Darrel Fruge, RPSS
1/22/26   Mental Health First Aid   6 hrs  core
7/8/26    Rural Peer Support        1 hr   core
10/10/26  Ethics in Digital Communication  3 hrs ethics
Total = 10 hours, 3 ethics
I attest all of this is true and I follow the Code of Ethics.
Darrel Fruge 12/3/26`,
    `## Annual CE Attestation and Training List
Reporting period 2026
Legal name | Bianca Theriot
Work e-mail | bt@example.org
Course name | Sponsored by | Date finished | Credit hours | Ethics (Y/N)
De-escalation | Parish | 3/3/2026 | 2 | N
Peer Ethics | Academy | 4/4/2026 | 3 | Y
Ethics attestation: I have read the peer code of ethics and will follow it.`,
    `CONTINUING EDUCATION UNITS - YEARLY RETURN
Return this page with your certificates by December 31.
Specialist: Roland Smith    Date of first peer training: 2020
Training name / organization / date / hours
a) Active Listening / Peer Academy / 5-5-26 / 3
b) Ethics Update / Peer Academy / 6-6-26 / 3
c) Peer Summit / Riverlands / 11-6-26 / 4
Total hours 10  ethics hours 3   Signature`,
    `Registro anual de horas de educacion continua
Especialista de apoyo entre pares: Miguel Angel Soto
Periodo: enero a diciembre de 2026
Curso | Organizacion | Fecha | Horas
Prevencion del suicidio | Centro | 3 de marzo | 2
Etica | Centro | 4 de abril | 3
Atestiguo que sigo el codigo de etica. Firma`,
    `OBH Peer Programs - CE Reporting
LEGAL NAME Yolanda Pitre   CREDENTIAL RPSS  YEAR 2026
TRAINING TITLE / PROVIDER | DATE | HRS | ETH | PRE-APPR
Digital Ethics / Onward | 10/10 | 2 | X | X
Peer Summit / Riverlands | 11/06 | 6.25 | | X
SUM 8.25
ATTESTATION [X] I adhere to the ethical code.  SIGNED Y. Pitre`,
  ],
  'ceu-guidance': [
    `## Credit for Non-Approved Training
Peer name Sheila Mouton
Training name Equine Therapy Intro
Organization Happy Hooves       Date taken 2/2/26
Credit hours you are asking for 2
Explain which peer core competencies this covers: wellness, relationships
Did your employer make you take it? No`,
    `CEU Guidance / Record of Training
For trainings outside the approved list
Trainee: Darrel Fruge
Course and sponsor: Budget Coaching, Parish Extension
Hours: 3 requested
Tie to core competencies: resources and linkage
Mandatory for employment: N
Office decision`,
    `Guidance sheet for continuing education units and record keeping
I am asking credit for this training: Sleep and Recovery
Provided by: Clinic West      On: 6/1/26     For: 1 hour
Core competencies: self care
Was attendance a requirement of your job? no
Signature Bianca Theriot`,
    `REQUEST TO COUNT A TRAINING TOWARD CEUs
Name Roland Smith   Date 7/1/26
Which training? Financial Peer Coaching
Who taught it? Money Matters
How many hours? 4
What will you do differently as a peer because of it?
Is it part of your mandatory job training? No
Staff only: yes / no`,
    `RPSS Guidance Form
Legal name: Yolanda Pitre
Course title: Trauma Stewardship
Course provider: Onward
Date of completion: 9/9/26
Total hours: 6   Ethics hours: 1
Competency: Supports collaboration
Mandatory for job: No`,
    `Continuing Education Recordkeeping Guidance
One sheet per course
Peer: Miguel Angel Soto
Course: Radio Outreach       Hours claimed: 2
How the content applies to peer support: outreach to Spanish speakers
Required by employer? No`,
  ],
  'training-application': [
    `Peer Support Training: Applicant Form
1. Name Sheila Mouton
2. Born 2/3/1988
3. Parish Lafourche
4. Schooling High school
5. Are you a person in recovery? Yes, 2 years
6. What makes you want to be a peer?
Applicant's signature`,
    `Application to become a Recognized Peer Support Specialist
Name: Darrel Fruge   DOB: 01/02/1965
Education: GED, copy enclosed
Own experience with mental health challenges: yes
Recovery (12 months at least): yes
Short essay on my recovery`,
    `RPSS Class Application - Region 4
APPLICANT
Bianca Theriot, born 4 May 1993, Parish: Vermilion
EDUCATION
Some college
RECOVERY STATEMENT
I have been in recovery for 30 months.
I have lived experience of depression and recovery.`,
    `Peer Specialist Training Registration and Application
Roland Smith
Date of birth 8/8/1980   Telephone 337 555 0100
Check highest education: [ ] none [x] HS diploma [ ] college
Twelve months of recovery? [x] Y [ ] N
Lived experience? [x] Y [ ] N
I understand the class is competitive.`,
    `APPLICATION
Louisiana peer support initial training
Legal name Yolanda Pitre
Birthdate 7/7/1977
Highest education Bachelor of Science
How long in recovery 11 years
Why peer work? To give back
Signature and date`,
  ],
  'family-training-application': [
    `Family Peer Specialist Class: Applicant Form
Name: Wilma Roger   Born: 1/1/1979
Parish: St. Charles
I raised a child with serious emotional needs (years): 9
Education: High school
Why do you want this training?
Signature`,
    `RFPSS Candidate Application
Name Ted Babin     Date of Birth 3/3/1973
Highest diploma: Associate
Caregiver since (month/year): 01/2018
Child's systems: mental health
Signature of candidate`,
    `Application for Training
Louisiana Recognized Family Peer Support Specialist
Legal name: Gwen Falgout
Date of birth: 4/4/1984
Parent / caregiver experience of at least one year: yes, 60 months
Fee: $500 paid`,
    `Parent Peer Training Application (family track)
Applicant: Sam Verdin
Birth date: 5/5/1985
Education level: GED
Your child's needs and your role as caregiver:
Months of experience: 28`,
    `Family Peer Support Training Request
Name: Lois Matherne, DOB 6/6/1966
Relationship to child: grandmother and legal guardian
Years caring for a child with complex needs: 7
School completed: high school diploma`,
  ],
  'education-evidence': [
    `# Nicholls Valley University
= On the recommendation of the Faculty has conferred on
## Sheila Mouton
= the Degree of
## Bachelor of Arts
= Dated May 2010`,
    `# High School Diploma
= Terrebonne North High
= certifies that
## Darrel Fruge
= has completed the curriculum for graduation
= May 1983`,
    `Academic Record
Delgado Valley Technical College - Office of Admissions and Records
Bianca Theriot
CNA 101  Nursing Aide  4.0  A
ENGL 100 Writing  3.0  B
Term GPA 3.57   Cumulative GPA 3.57`,
    `Adult Learning Center
GED
= Equivalency diploma issued to
## Roland Smith
= upon passing the General Educational Development tests
= 1998`,
    `# Escuela Preparatoria Nacional
= Certificado de estudios de bachillerato
## Miguel Angel Soto
= Promedio final 8.7
= Julio de 1999`,
    `TRANSCRIPT OF ACADEMIC RECORD
Acadiana State University
Yolanda Pitre    Degree: BS Psychology, conferred 12/2011
2008 FALL | PSYC 101 | 3 hrs | A
2008 FALL | BIOL 101 | 3 hrs | B
Registrar`,
  ],
  other: otherPapers,
};
