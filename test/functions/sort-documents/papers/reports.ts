/** Yearly reports of continuing education, in our own words and orders. A page each. */
export const reports: readonly string[] = [
  `## Continuing Education Reporting Form
Reporting year: 2026
Legal name: Marlene Guidry     Credential: RPSS
Email: mg@example.org     Phone: 337 555 0188
Date | Training title | Provider | Hours | Ethics/Core
3/4/2026 | Boundaries in Peer Work | Gulf Coast | 3 | Ethics
4/7/2026 | Motivational Interviewing | Delta | 6 | Core
Total hours: 9   Total ethics: 3
I attest that I follow the code of ethics.
Signature: M Guidry    Date: 12/1/2026`,
  `Peer Support Programs
# CEU REPORT 2026
Name of specialist Ronald Thibeaux
Employer Bridge Center
Training 1
Title: Ethics for Peer Supporters
Sponsor: Open Door Learning
Completed: 02/03/2026   CEUs: 3
Training 2
Title: Trauma and the Body
Sponsor: Open Door Learning
Completed: 03/19/2026   CEUs: 1.5
Sum of CEUs 4.5  of which ethics 3`,
  `## Annual Log of Continuing Education
For calendar year 2026
Your name: Keisha Landry      I am an [x] RPSS [ ] RFPSS
No. | Course | Organization | Finished on | Clock hours | Prior approved?
1 | Documentation Basics | Delta Behavioral | 05/18/2026 | 2 | yes
2 | Group Facilitation | Open Door | 06/22/2026 | 2 | no
3 | Housing First | Pelican | 08/01/2026 | 1.25 | yes
Statement of ethics: I pledge to uphold the ethical standards.`,
  `## Yearly Training Summary and Ethics Attestation
Peer specialist: Anh Nguyen
Date of initial training: 6/10/2023
Please list every training you completed this year and attach proof.
What you took | Who gave it | When | How long
Recovery Language Matters | Acadian Peer House | June 11 | 2 hours
Self Care and Burnout | Magnolia | July 21 | 1.5 hours
Altogether: 3.5 hours, ethics: 0
[x] I have read the code of ethics and attest to it.   Signed: A Nguyen`,
  `STATE OF LOUISIANA  Office of Behavioral Health
## REPORT OF CONTINUING EDUCATION
1. Reporting period: January 1 to December 31, 2026
2. Name as it appears on your certificate: Celeste Vidrine
3. Trainings
Date Completed | Name of Training | Sponsor | Contact Hours | E or C
02/11/2026 | Peer Ethics Essentials | Bright Path | 2 | E
03/30/2026 | Treatment Systems | Cane River | 2 | C
Submit certificates of completion with this form by December 31.`,
  `## Informe anual de educacion continua
Ano del informe: 2026
Nombre legal: Lucia Hernandez Mora
Correo: lh@example.org   Telefono: 504 555 0100
Fecha | Titulo del curso | Proveedor | Horas | Etica o basico
14/05/2026 | Etica y limites | Centro Latino | 3 | Etica
Total de horas: 3
Declaro que cumplo con el codigo de etica.
Firma: L Hernandez`,
  `RPSS Continuing Education Record
Calendar Year 2026
NAME: DENISE FONTENOT   EMAIL: DF@EXAMPLE.ORG
DATE | TITLE OF TRAINING | HOURS | CATEGORY
9/14/26 | WELLNESS PLANNING FACILITATOR | 12 | CORE
10/3/26 | PEER ETHICS ESSENTIALS | 2 | ETHICS
TOTAL ETHICS HOURS 2   TOTAL ALL HOURS 14
ETHICS ATTESTATION STATEMENT
I, the undersigned, affirm that the trainings above were completed by me.`,
  `## Peer Specialist Recertification Hours Report
Specialist information
Full name Paul Desormeaux  ID RPSS-0113
Mailing address 12 Oak Alley, Thibodaux LA
Hours earned in 2026
Course Title | Training Provider | Completion Date | CEUs
Peer Role in Reentry | Statewide Reentry Coalition | 11/02/2026 | 4.0
Cultural Humility | Lafourche Community Learning | 12/08/2026 | 1.5
Ethics hours included above: 0
I certify that the information in this report is true and complete.`,
  `CE Annual Report Form (page 1 of 2)
Section A - About you
Last name Robin   First name Tasha   MI L
Section B - Your year
Reporting year 2026   Year of initial training 2021
Section C - Trainings (attach a certificate for each)
#1 Course: Harm Reduction for Beginners  By: Crossroads Learning  On: 5/5/2026  Hrs: 1
#2 Course: Ethics at the kitchen table  By: Pelican  On: 6/2/2026  Hrs: 1.5
#3 Course: Supporting People in Crisis  By: Bright  On: 8/2/2026  Hrs: 1.5`,
  `Combined Continuing Education Report and Attestation
Year covered: 2026
Submitted by: Oneida Prudhomme    Credential type RFPSS
Ethics trainings (minimum 3)
Walking the Line | 2026-02-17 | River Parish Training | 3.0
Core competency trainings (minimum 7)
Listening Skills | 2026-03-02 | River Parish Training | 4.0
Family Systems | 2026-04-20 | River Parish Training | 3.0
Attestation: I have read and agree to follow the peer code of ethics.  Yes
Signature of peer  O. Prudhomme   Date 12/12/2026`,
  `## 2026 CEU Tracking Sheet
(turn in no later than December 31)
Peer: Philip Credeur       Cell: 225-555-0122
Workshop | Presenter | Date | # of CEUs | Ethics? | Approved in advance?
Boundaries | Gulf Coast | 1/15 | 3 | Y | Y
Crisis Response | Bright Path | 2/20 | 4 | N | Y
Group Skills | Open Door | 5/9 | 3 | N | N
My total for the year: 10 CEUs
I declare under the code of ethics that these trainings are true.`,
  `Peer Support Reporting Form
Continuing education hours for year: 2026
Name Vernon Castille
Initial peer training completed: 04/2019
ETHICS - list at least three hours
Title Code of Conduct for Peers    Date 3/3/2026    Hours 3
OTHER - list at least seven hours
Title WRAP Refresher   Date 5/6/2026    Hours 7
I attest to the Ethics Statement   Signature Vernon Castille`,
];
