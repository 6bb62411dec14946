import { z } from 'zod';

/** One line of the register of trainings that the programme approved beforehand. Hours as exact decimals. */
export const approvedTrainingSchema = z.object({
  title: z.string().min(1),
  provider: z.string(),
  hours: z.string(),
  ethicsHours: z.string(),
  approvedFrom: z.string(),
  approvedTo: z.string(),
});
export type ApprovedTraining = z.infer<typeof approvedTrainingSchema>;
