import { z } from 'zod';

export const portSchema = z.coerce.number().int().min(0).max(65_535);
export const portInWords = 'a port from 0 to 65535, where 0 is any free one';
