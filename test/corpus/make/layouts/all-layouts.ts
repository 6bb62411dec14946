import type { Layout } from '../paper.ts';
import { applicationLayouts } from './application-layouts.ts';
import { fitDesigns, heldDesigns } from './certificate-designs.ts';
import { certificateLayout } from './certificate-sheet.ts';
import { conferenceLayouts } from './conference-layouts.ts';
import { educationLayouts } from './education-layouts.ts';
import { fillInDesigns } from './fill-in-certificates.ts';
import { gathered, twoUp } from './gathered-papers.ts';
import { guidanceLayouts } from './guidance-layouts.ts';
import { numberedDesigns } from './numbered-certificates.ts';
import { otherLayouts } from './other-layouts.ts';
import { reportLayouts } from './report-layouts.ts';

const [fit, held] = [fitDesigns.map(certificateLayout), heldDesigns.map(certificateLayout)];

export const layouts = {
  reports: reportLayouts,
  certificates: [...fit, ...held, ...conferenceLayouts],
  numbered: numberedDesigns.map(certificateLayout),
  fillIns: fillInDesigns.map(certificateLayout),
  guidance: guidanceLayouts,
  applications: applicationLayouts,
  education: educationLayouts,
  others: otherLayouts,
  severalInOne: [gathered('certificates-three', 'fit', fit, 3), gathered('certificates-held-five', 'held', held, 5)],
  twoOnOne: [twoUp('two-up', 'fit', fit), twoUp('two-up-held', 'held', held)],
} as const satisfies Record<string, readonly Layout[]>;
export type LayoutGroup = keyof typeof layouts;
