/** Certificates of every make, in our own words. A page each. */
export const certificates: readonly string[] = [
  `# Certificate of Completion
= This certificate is proudly presented to
## Marlene Guidry
= for the successful completion of
## Boundaries in Peer Work
= offered by Gulf Coast Recovery Institute
= March 4, 2026
= 3.0 Contact Hours

Jo Melancon, Director of Training | Certificate No. 55-1182`,
  `Delta Behavioral Training Center
118 Canal Walk, Houma LA 70360
April 9, 2026

To whom it may concern:

This letter is to confirm that Ronald Thibeaux attended the workshop "Motivational Interviewing
for Peers" held on April 7, 2026 in Houma. Mr. Thibeaux was present for the full 6 hours
and completed the evaluation.

Please contact our office with any questions.
Sincerely,
Ada Boudreau, Education Coordinator`,
  `## LETTER OF COMPLETION
Date issued: 05/18/2026
Participant: Keisha Landry
Course: Documentation Basics for Peer Staff
Hours awarded: 2
Instructor: B. Fruge
The participant has met all requirements of the course and passed the final quiz.`,
  `## Continuing Education Transcript
Learner: Anh Nguyen
Report range: 01/01/2026 - 12/31/2026
Course | Completed | Credit hours | Status
Ethics for Peer Supporters | 02/03/2026 | 3.00 | Passed
Trauma and the Body | 03/19/2026 | 1.50 | Passed
Group Facilitation I | 06/22/2026 | 2.00 | Passed
Suicide Prevention Gatekeeper | 08/30/2026 | 1.00 | Passed
Total credit hours earned: 7.50
Issued by Open Door Learning`,
  `## Attendance Sign-In Sheet
Training: Recovery Language Matters
Date: June 11, 2026    Location: Room 4, Ville Platte Library
Trainer: P. Ardoin     Hours: 2
Printed name | Agency | Signature | Time in | Time out
Celeste Vidrine | Acadian Peer House | C Vidrine | 9:00 | 11:00
Tom Ancelet | Bridge Center | T Ancelet | 8:55 | 11:00
Rosa Meaux | Bridge Center | R Meaux | 9:02 | 11:00`,
  `My Learning > Completed
# Congratulations, Bernard!
You have successfully completed
## Supporting People in Crisis
Completed on Aug 2, 2026
Score 92%
CE credits: 1.5
Download certificate   Share badge   Back to dashboard`,
  `# CERTIFICADO DE PARTICIPACION
= Se otorga el presente a
## Lucia Hernandez Mora
= por haber completado satisfactoriamente el curso
## Etica y limites en el apoyo entre pares
= Duracion: 3 horas de educacion continua
= Nueva Orleans, 14 de mayo de 2026
Firma del instructor`,
  `# CONSTANCIA
= Centro Latino de Recuperacion hace constar que
## Javier Ortiz Pena
= asistio al taller Escucha activa para companeros de apoyo
= celebrado el 20 de febrero de 2026 con una duracion de 4 horas
Directora de capacitacion`,
  `Pelican State Conference on Recovery 2026
## Verification of Attendance
Name: Denise Fontenot
Sessions attended
Opening plenary | 1.0
Ethics at the kitchen table | 1.5
Housing first, peers first | 1.25
Peer led groups that last | 1.25
Total contact hours | 5.0
Signature of conference official`,
  `# Award of Achievement
= In recognition of
## Paul Desormeaux
= who took part in the two-day training Wellness Planning Facilitator
= September 14-15, 2026
= 12 clock hours
Advanced Skills Collaborative`,
  `Badge earned
## Peer Ethics Essentials
Issued to Tasha Robin
Issued by Bright Path Academy
Issued on October 3, 2026
Credential ID BPA-77Q1
Skills: ethics, confidentiality, boundaries
Earning criteria: complete all modules (2 hours) and pass the exam`,
  `CE CERTIFICATE
Attendee Name | Oneida Prudhomme
Title of Program | Self Care and Burnout
Sponsor | Magnolia Training Partners
Date of Program | 07/21/2026
CE Hours | 1.5
Sponsor Signature | M. Partners
Keep this record for your files.`,
  `Thank you for attending our webinar!
Dear Philip,
Thank you for attending "Harm Reduction for Beginners" on Tuesday, May 5, 2026.
You attended 60 of 60 minutes and have earned 1 contact hour.
This e-mail serves as your proof of attendance.
The Webinar Team, Crossroads Learning`,
  `## Training Record
Employee | Vernon Castille
Course code | PSS-204
Course title | Peer Role in Reentry
Date completed | 11/02/2026
Duration | 4.0 hrs
Result | Complete
Provider | Statewide Reentry Coalition
Verified by | Training Office`,
  `# Certificate
= awarded to
## Glenda F. Savoie
= on this 8th day of December, two thousand twenty-six
= Cultural Humility in Peer Services
= one and one half (1.5) hours
Lafourche Community Learning`,
  `STATEMENT OF ATTENDANCE
It is hereby certified that
Harold Bergeron
was in attendance at the in-service education programme
"Understanding Substance Use Treatment Systems" 03-30-2026
Credit: 2 CEU (2 contact hours)
Authorized signature`,
];
