import type { KnownPapers } from './confusion.ts';

/** Written last, and sorted before anything was changed for it. A page each. */
export const thirdBatch: KnownPapers = {
  certificate: [
    `Evangeline Learning Hub
This document verifies the attendance of
Nadine Broussard
at: Crisis Planning with Peers
Session date 12 Sept 2026 / 4.0 CEH
Facilitator: T. Roy`,
    `# Certificate of Achievement
= Nadine Broussard
= Motivational Skills, Level Two
= 8 hours | 2026-08-14
= Cane Country Collaborative`,
    `CONTINUING EDUCATION CERTIFICATE
NAME: Nadine Broussard
ACTIVITY: Self-Help Groups 101
NUMBER OF CONTACT HOURS: 1.25
ACTIVITY DATE: 02/28/2026
PROVIDER: Marsh Peer Network   PROVIDER NO: 4471`,
    `Your training results
Hello Nadine, you passed!
Course: Cultural Respect
Passed on 4/4/2026 with 88%
Credit: 2 contact hours
Save or print your certificate`,
    `Certificado
Otorgado a Nadia Flores
Por participar en la capacitacion Apoyo en crisis
12 de septiembre de 2026
Cuatro (4) horas`,
    `Marsh Peer Network, Inc.
Memo of training completed
We acknowledge that Nadine Broussard participated in Narcan and Overdose Response
on 6/6/2026 (2.5 hours). Trainer: G. Pitre`,
  ],
  'ce-report': [
    `Peer Support Specialist CEU Submission, 2026
Name: Nadine Broussard     RPSS
List the courses you took
2/28/2026 - Self-Help Groups 101 - Marsh Peer Network - 1.25
4/4/2026 - Cultural Respect - Learning Hub - 2
8/14/2026 - Motivational Skills - Cane Country - 8
Total 11.25 hours, ethics 3
I attest to the code of ethics.  Signed N. Broussard`,
    `## RPSS Yearly Continuing Education
Name | Nadine Broussard
Calendar year | 2026
Employer | Marsh Peer Network
Course | Given by | Day | Hours | Ethics or core
Cultural Respect | Learning Hub | 4/4 | 2 | Core
Ethics Now | Learning Hub | 5/4 | 3 | Ethics
Sign below to attest that the above is true.`,
    `Continuing Education and Ethics Form
Specialist's legal name Nadine Broussard
Report year 2026
First trained in 2019
Entry 1: Cultural Respect, Learning Hub, April 4, 2 CEUs
Entry 2: Ethics Now, Learning Hub, May 4, 3 CEUs
Ethics Attestation: yes
Signature N Broussard`,
  ],
  'ceu-guidance': [
    `CEU Guidance Form for non-approved training
Name: Nadine Broussard
Training: Sewing Circle Peer Skills by Quilt House
Hours asked: 2
Core competency: wellness
Mandatory for your employment? No`,
    `Form for Trainings Not Prior Approved
Specialist: Nadine Broussard
What training did you take? Radio Skills
When and how long? 5/5/2026, 3 hours
How will it help in your peer work?
Did your employer require it? no`,
    `## Request for CEU Review
Peer: Nadine Broussard
Training and organization: Home Repair Basics, Build Up
CEUs claimed: 4 (ethics 0)
Related core competency: resources
Required by job: no   Signature`,
  ],
  'training-application': [
    `Peer Specialist Training Application
Name Nadine Broussard   Date of birth 3/3/1990
Parish St. James    Phone 225 555 0130
High school or GED? GED
Recovery time 3 years
Tell us why you want to be a peer supporter`,
    `Become a Peer: Application
Full name: Nadine Broussard. Birth date: 3/3/1990
Education: associate degree
I am in recovery from addiction for more than 12 months: yes
I have lived experience: yes
Applicant signature`,
    `Application packet - Peer Support (RPSS)
Applicant name: Nadine Broussard
D.O.B. 3/3/1990
Level of school: 12th grade
Months of recovery: 50
Essay: my road to recovery`,
  ],
  'family-training-application': [
    `RFPSS Training - Application Form
Name Nadine Broussard   DOB 3/3/1980
Parish St. James
Are you a parent or caregiver of a child with complex needs? Yes, 5 years
Diploma: GED`,
    `Family Peer Support Specialist Application
Applicant Nadine Broussard, born 3/3/1980
Education: high school
My child has emotional needs. I have been the caregiver for 60 months.
Signature`,
    `Application, Recognized Family Peer Training
Candidate: Nadine Broussard
Birth date: 3/3/1980
Parent of a child with mental health needs: yes
Schooling: college`,
  ],
  'education-evidence': [
    `# Diploma
= St. James Parish High School
= grants to
## Nadine Broussard
= this diploma on completion of the required course of study
= May 2008`,
    `# Southern Pines College
= has conferred upon
## Nadine Broussard
= the Associate of Applied Science
= December 2012`,
    `Transcript
River Road Community College
Nadine Broussard   ID 5510
ENG 101 Composition 3 B
MAT 110 Algebra 3 C
GPA 2.50   Total credits 60`,
    `Louisiana High School Equivalency
Nadine Broussard
passed the GED tests on June 4, 2007
Transcript of scores: 520 480 500 510 530`,
  ],
  other: [
    `Fax transmittal
Date 12/1/2026    To 225 555 0100    From Marsh Peer Network
Pages 4
Attached: CEU report and certificates for N. Broussard`,
    `Now enrolling: Ethics for Peers
Live online, every Friday in March
3 CE hours, certificate included
Sign up at the link below. Cost $30`,
    `Volunteer schedule
Monday 9:00 front desk
Tuesday 1:00 pantry
Friday 10:00 group room`,
    `Thank you for your order
Order 5512    Total $30.00
Ethics for Peers online course
You will receive an e-mail with access details.`,
    `How to get your certificate
1. Log in with your account.
2. Finish all modules and the survey.
3. Press the button to print the certificate.`,
    `Pay stub
Employee: Nadine Broussard
Pay period 11/1 to 11/15
Regular hours 72.0  Rate 15.50
Gross 1,116.00  Net 902.11`,
  ],
};
