/** Applications for the peer training, in our own words. A page each. */
export const applications: readonly string[] = [
  `## Application for Peer Support Specialist Training
Legal name: Marlene Guidry     Date of birth: 03/04/1984
Parish: Lafayette    Phone: 337 555 0188    Email: mg@example.org
Highest level of education: High school diploma
Do you have lived experience with mental health or substance use? Yes
Have you been in recovery for at least 12 months? Yes
Why do you want to become a peer support specialist?
Signature   Date`,
  `RPSS TRAINING APPLICATION
Applicant: Ronald Thibeaux   DOB: 1/2/1979
Address: 4 Cypress Lane, Houma
Education completed: GED
I identify as a person with lived experience   Yes / No
Length of time in continuous recovery: 3 years 2 months
Briefly describe your recovery journey.
References (two)`,
  `Peer Specialist Class - Application to Attend
Do not leave any question blank. Incomplete applications will not be accepted.
1. Full name: Keisha Landry
2. Birth date: 9/9/1991
3. Parish of residence: Orleans
4. Education: Associate degree
5. Lived experience with a behavioral health condition: yes
6. Twelve months of recovery or more: yes
7. What does recovery mean to you?
Applicant signature`,
  `## Peer Training Enrollment Application
Applicant information
Name Anh Nguyen | Birthdate 5/6/1990
City Gretna | Parish Jefferson
Education level: Some college
Recovery
Are you at least 18 years old? Yes
How long have you been in recovery? 26 months
Availability for the two-week class
Registration fee enclosed: yes`,
  `Application Form
Recognized Peer Support Specialist
Section 1: Personal details
Name: Celeste Vidrine  D.O.B.: 7/8/1975  Parish: St. Landry
Section 2: Schooling
Diploma or GED (attach a copy): GED 1994
Section 3: Recovery
Lived experience: I have lived experience of addiction and recovery
Months in recovery: 60
Section 4: Essay
Why would you like to be trained?`,
  `Solicitud de capacitacion para especialista de apoyo entre pares
Nombre legal: Javier Ortiz Pena
Fecha de nacimiento: 12/11/1988
Parroquia: Orleans   Telefono: 504 555 0100
Nivel de educacion: Preparatoria
Experiencia vivida: si
Doce meses de recuperacion: si
Firma del solicitante`,
  `## Peer Support Training Program
## Applicant Questionnaire
Applicant's legal name Denise Fontenot
Date of birth 10/10/1982
Highest grade completed 12
Scholarship requested? Yes
Describe your personal experience with recovery and how it would help you as a peer.
At least one year in recovery: Yes
Emergency contact
Applicant's signature`,
  `State Recognized Peer Support - Training Request and Application Packet
Last name Desormeaux First name Paul
Date of Birth 2/28/1969   Age 57
Parish Terrebonne
Highest diploma or degree: Bachelor of Arts
I have at least 12 months of continuous recovery: [x] yes
I self-identify as having lived experience: [x] yes
Application checklist: diploma copy, two letters, fee`,
  `APPLICATION - INITIAL PEER SPECIALIST TRAINING (76 hours)
Name: Tasha Robin   Email: tr@example.org
Birth Date: 4/4/1994   Parish: Caddo
Level of education: Master of Social Work
Employer / sponsor: Northwest Services District
Statement of lived experience:
Months of sustained recovery: 38
Do you agree to attend all sessions?
Signature of applicant   Date signed`,
  `Louisiana Peer Workforce
Application for Training (RPSS)
PLEASE PRINT
NAME: ONEIDA PRUDHOMME
DOB: 06/15/1971    PARISH: IBERIA    PHONE: 337-555-0170
EDUCATION: HIGH SCHOOL DIPLOMA
IN RECOVERY SINCE: 2015 (MORE THAN 12 MONTHS)
LIVED EXPERIENCE: YES
WHY DO YOU WISH TO TAKE THE TRAINING?
SIGN AND DATE`,
  `Training application
Candidate name: Philip Credeur
Date of birth: 8/1/1999
County/parish: East Baton Rouge
Education: HiSET 2018
Question 1: Tell us about your lived experience.
Question 2: Recovery time: 14 months
Question 3: What strengths would you bring to peer work?
Question 4: Have you taken peer training before?`,
  `Peer Support Specialist Candidate Application
To be considered, send this application with a copy of your diploma.
Legal first and last name: Vernon Castille
Date of birth: 11/30/1960
Contact phone: 318 555 0144
Education: 2-year college
Lived experience (check all that apply): mental health / addiction / both
Time in recovery (at least 12 months required): 9 years
Applicant signature: V. Castille`,
];

export const familyApplications: readonly string[] = [
  `## Application for Training: Recognized Family Peer Support Specialist
Legal name: Glenda Savoie    Date of birth: 3/3/1980
Parish: Lafourche    Education: High school diploma
I am the parent or caregiver of a child with complex needs: yes
Months of experience as a caregiver: 48
I am at least 24 years of age.
Signature`,
  `RFPSS TRAINING APPLICATION
Name Harold Bergeron   DOB 12/12/1977
Phone 985 555 0133
How are you related to the child? Father
Years as parent/caregiver of a child with behavioral health needs: 6
Registration fee $500 or scholarship
Why do you want to be a family peer?`,
  `Family Peer Support Training - Application
Applicant name: Bernadette Roy
Birth date: 1/19/1985     Parish: Vermilion
Education level: Associate
Has your child been served in juvenile justice or child welfare? Yes
Experience as a caregiver (months): 30
Lived experience statement
Applicant signature and date`,
  `Louisiana Family Peer Specialists
Application to the five day training
Full legal name: Corey Hebert
Date of birth: 7/7/1988
Diploma, GED or equivalent attached: yes
One year or more as caregiver of a child with complex needs: yes
Tell us about your family's journey.
Do not leave any question unanswered.`,
  `Application Packet: RFPSS class of spring 2026
Print name: Yvonne Picou    Parish: Assumption
DOB: 9/30/1979
Highest level of education: some college
Are you a parent, foster parent or kinship caregiver? Parent
Child's needs: emotional, social
Length of caregiving: 5 years
Signature Y. Picou`,
  `Peer Parent Training Enrollment Application
(Recognized Family Peer Support Specialist)
1 Name: Desmond Alexis
2 Date of birth: 2/2/1981
3 Parish: Rapides
4 School completed: GED
5 I have one year of experience as a parent of a child with special needs: yes
6 How would you help other parents?`,
  `## Family Peer Support Specialist (RFPSS)
## Training Application
Applicant: Monique Dugas
Birthdate: 5/25/1983
Email: md@example.org     Parish: Ascension
Level of education: Bachelor
Caregiver of a child with complex needs for 36 months
Registration fee: scholarship requested
Signature of applicant`,
  `Solicitud de capacitacion - Especialista de apoyo familiar (RFPSS)
Nombre: Ana Lucia Reyes
Fecha de nacimiento: 10/02/1986
Parroquia: Jefferson
Nivel de educacion: Diploma de preparatoria
Padre, madre o cuidador de un nino con necesidades complejas: si
Meses de experiencia: 24
Firma`,
  `Application for Family Peer Training
PERSONAL INFORMATION
Name: Trent Landry  Date of Birth: 6/1/1978  Parish: Calcasieu
EDUCATION: high school
EXPERIENCE
Months as parent or caregiver: 72
Systems your child has been involved with: mental health, school
SIGNATURE  Trent Landry   DATE 2/14/2026`,
  `THE EXTRA STEP FAMILY TRAINING
Application form for family peer candidates
Legal name: Rochelle Batiste
Birth date: 8/18/1975
Parish of residence: St. Mary
Degree or diploma: diploma
Your role: caregiver of a child with mental health needs (grandmother)
Caregiving since: 2012
Essay: what have you learned as a caregiver?
Incomplete applications are not accepted.`,
  `Family Support Specialist Training - Candidate Application (RFPSS)
Candidate: Wade Trosclair   Date of birth: 4/9/1982
Education: Trade school
As a parent I have raised a child with substance use needs: yes
Number of months: 40
References: 1. 2.
I understand the class lasts five days.
Signed  W. Trosclair`,
  `RFPSS Application Form
Name: Paulette Gros | Parish: Lafourche
Date of birth: 1/1/1970 | Phone: 985 555 0101
Highest education: Master degree
Parent or caregiver experience in months: 120
Why would you like to help other families?
Sign: P. Gros | Date: 3/3/2026`,
];
