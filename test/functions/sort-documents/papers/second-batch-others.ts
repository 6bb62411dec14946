/** Of the second batch: what comes with the mails and is no paper of the programme. A page each. */
export const otherPapers: readonly string[] = [
  `To: OBH Peer Programs
From: Sheila Mouton
Subject: my papers
Number of pages: 6 with cover
Here are my certificates and my report form for continuing education.
If you did not get all pages call me.`,
  `Save 20% on CE bundles this month!
Ethics, boundaries and crisis courses for peers
Certificates of completion you can print at home
Shop now at our online store
Unsubscribe from this list`,
  `Conference at a glance
8:00 Check-in
8:30 Keynote
10:00 Breakout A: Ethics for peers
11:30 Lunch
1:00 Breakout B: Boundaries
4:00 CE certificates distributed`,
  `Payment receipt
Paid: $25.00  Card ending in 4421
Item: Peer ethics webinar, one seat
Receipt no. 5512
Thank you for your purchase.`,
  `Frequently asked questions about CEUs
How many CEUs do I need? Ten each calendar year.
Do ethics hours count? Three must be in ethics.
Where do I send my report and certificates? To the programs mailbox.
What happens if I miss the deadline?`,
  `SOCIAL SECURITY
000-00-0000
THIS NUMBER HAS BEEN ESTABLISHED FOR
ROLAND SMITH`,
  `Code of Ethics for Peer Specialists
1. The peer maintains high standards of personal conduct.
2. The peer respects confidentiality.
3. The peer does not accept gifts of significant value.
4. The peer keeps improving knowledge through continuing education.`,
  `Letter of recommendation
I have known Bianca Theriot for six years and recommend her for your peer training.
She is honest, patient and caring, and her own recovery inspires others.
Sincerely, Pastor James`,
];
