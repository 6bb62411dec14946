/** Papers that are none of the kinds asked for. A page each. */
export const others: readonly string[] = [
  `# FAX
To: Peer Programs office   From: Bridge Center
Fax: 225 555 0102   Pages including cover: 5
Date: 12/14/2026   Re: Marlene's CEU report and certificates
Message: Please see attached report form and four certificates of completion.
CONFIDENTIALITY NOTICE: this fax is intended only for the person named above.`,
  `# Join us!
## Spring Peer Conference 2026
= Earn up to 12 contact hours, 3 in ethics
= April 22-23, Convention Hall, Alexandria
= Register by April 1, early bird $95
= Certificates of completion will be given at the end of each day
= www.example.org/spring`,
  `## Training Agenda
Day One
8:30 Registration and coffee
9:00 Welcome and introductions
9:30 What is ethics?
12:00 Lunch on your own
1:00 Boundaries role plays
3:30 Wrap up and evaluations`,
  `INVOICE  No. 20441
Bill to: Acadian Peer House
Description | Qty | Unit price | Amount
Registration, Ethics for Peers training | 3 | 75.00 | 225.00
CE certificate fee | 3 | 5.00 | 15.00
Total due 240.00    Due upon receipt
Thank you for your business`,
  `LOUISIANA
DRIVER'S LICENSE
DL NO 011223344   CLASS E
DOB 03-04-1984   EXP 03-04-2030
GUIDRY MARLENE ANN
22 ROSE ST LAFAYETTE LA 70501
SEX F  HT 5-05  EYES BRO`,
  `Instructions for the Continuing Education Report
Who must report: every specialist, starting the year after initial training.
How many hours: 10 hours in each calendar year, 3 of them in ethics.
When: no later than December 31.
How: e-mail the form with your certificates of completion.
What is not accepted: trainings that are mandatory for a job.
Questions: call the office.`,
  `Terms and Conditions
1. Certificates are issued to registered participants only.
2. Refunds are not given after the course has started.
3. The provider may change dates or instructors without notice.
4. Course material is protected by copyright.
5. Your data is handled according to our privacy policy.`,
  `Hi team,
I am sending my papers today. Let me know if anything is missing.
My supervisor said the deadline is the end of the month.
Hope you all have a good holiday.
Thanks so much, Ronald`,
  `## Course Evaluation
Please rate the following from 1 (poor) to 5 (excellent)
The trainer was prepared   1 2 3 4 5
The content was useful   1 2 3 4 5
The room was comfortable   1 2 3 4 5
What would you change?
Would you recommend this training to others?`,
  `Job Description: Peer Support Specialist
Reports to: Program Manager
Duties: supports people in recovery, leads groups, keeps notes.
Requirements: high school diploma or GED, RPSS recognition, 10 CEUs each year.
Schedule: Monday to Friday, some evenings.
Salary: commensurate with experience. Equal opportunity employer.`,
  `Order Confirmation
Order number 8812-77   Placed on 03/02/2026
1 x Online course: Ethics for Peer Supporters   $39.00
Payment method: Visa ending 1002
You can start the course at any time from your dashboard.
Questions? Contact customer service.`,
  `Meeting Minutes - Peer Advisory Council
Present: six members
1. Approval of the minutes of the last meeting
2. Report of the chair about the annual budget
3. Continuing education calendar for next year was discussed
4. Next meeting January 12
Adjourned at 3:40 pm`,
  `# Recovery Picnic
= Saturday, May 9
= Food, music and games for all the family
= City Park, Pavilion 3
= Bring a chair and a friend`,
  `Quiz: Ethics module 2
1. A peer may accept gifts of any value. True / False
2. Confidentiality ends when services end. True / False
3. Name two examples of dual relationships.
4. What should you do when you see a colleague break a rule?
Score ____ of 20`,
  `Resume
Keisha Landry
Experience
2019 - 2026 Peer Support Specialist, Delta Behavioral
Led groups, supported people in crisis, trained new staff
Education
Northside High School, diploma, 2009
Certificates
First aid, CPR, peer ethics`,
];
