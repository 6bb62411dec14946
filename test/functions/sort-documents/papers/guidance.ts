/** Requests to accept a training that was not approved in advance, in our own words. A page each. */
export const guidances: readonly string[] = [
  `## RPSS Guidance for CEUs and Record Keeping
One form for each training that was not prior approved
Name: Marlene Guidry
Training title: Yoga for Recovery   Provider: Still Waters   Date: 2/2/2026
Hours claimed: 2   Of these ethics: 0
Which core competency does it address? Wellness
Was the training mandatory for your job?  [ ] yes [x] no
Signature: M Guidry`,
  `## CEU Approval Request
Submitted by Ronald Thibeaux
Course: Narrative Practice Basics
Held by: Story Circle   On: 4/1/2026
Number of hours requested: 3
How does this training support your work as a peer?
It helps me to listen to the person's own story.
Is this course required by your employer? No`,
  `Request for Continuing Education Credit - Training Not Approved in Advance
Specialist name Keisha Landry
Name of the training Grief and Loss Circles
Sponsor Evergreen House      Date completed 05/20/2026
CE hours requested 4
Core competency covered: supporting recovery
Required by my position: No
For office use: approved / not approved`,
  `Guidance Form: Continuing Education Units and Records
Use a separate sheet for every training.
1. Your legal name: Anh Nguyen
2. Title of the training: Digital Peer Support
3. Who offered it: Northlake Tech
4. Day finished: June 3, 2026
5. Hours you ask for: 2.5 (ethics 0.5)
6. Competencies it supports: use of technology
7. Was it a mandatory employment training? no
8. Sign here`,
  `RPSS CEU RECORDKEEPING FORM
Peer: Celeste Vidrine   Email: cv@example.org
Training: Art as Healing
Agency that gave it: Teche Arts Council
CEUs claimed: 2
How it supports core competencies: Helps people express themselves
Mandated by job: NO
Staff use only: Accepted ___ Denied ___`,
  `## Application for CEU Credit
for a training that is not on the approved list
Name: Denise Fontenot     Credential: RFPSS
Training requested for credit: Sibling Support Groups
Trainer / organization: Family Voices
Date(s) attended: 7/7/2026   Hours: 6
Explain how the training relates to the core competencies: It covers mentoring.
Employer required? No
Signature D Fontenot  Date 7/20/2026`,
  `Training Review Request
Please complete one form per training and attach the agenda and certificate.
Requestor: Paul Desormeaux
Title: Wilderness Recovery Weekend
Hours claimed: 8     Ethics hours claimed: 0
Core competencies addressed: promotes growth and development
Did your job require you to take it? No
Not prior-approved
Reviewer decision (staff only)`,
  `Peer Specialist Record Keeping and CEU Guidance
Instructions: Fill out for trainings not previously approved.
Name Tasha Robin
Name of course Nutrition and Mood
Given by Parish Extension Office
Completed 8/8/2026  Claimed hours 1
What core competency is met? Linking to resources
Was this mandatory for work? No
I certify that this is accurate. Signature T Robin`,
  `## REQUEST FOR TRAINING APPROVAL (CEU)
Full name: Oneida Prudhomme
Training was: Listening to Veterans
By: Post 31 Outreach   Date: 9/9/2026
CEU hours requested: 3
Describe how you will use this training in peer support: With veterans in our drop-in center
Was it required for your employment? [x] No [ ] Yes
Signed O. Prudhomme`,
  `Guidance for CEU's & Record-Keeping
Complete for each training
Participant name    Philip Credeur
Title    Intro to Mindful Movement
Training organization    Bayou Wellness
Training date    10/10/2026
Number of CEU's claimed    2
Competency area    Wellness and self-care
Mandatory job training?    No`,
  `Form G - Continuing Education Not Prior Approved
Name of RPSS: Vernon Castille
Training name: Bridges Out of Poverty
Offered by: United Parishes
Finished: 11/11/2026    Hours claimed: 5
How does the training help you in your peer role? I understand barriers better.
Core competency supported: Shares lived experience and resources
Is it a required job training?  No
Signature / Date: V Castille 11/30/2026`,
  `CEU GUIDANCE WORKSHEET
Peer name Glenda Savoie
About the training
Topic: Gambling and recovery   Presented by: Lucky Less   Held: 12/1/2026
Length: 90 minutes, CEUs requested: 1.5
Core competency met: Provides information
Employer mandated training: no
To be filled by staff only: credit granted ___`,
];
