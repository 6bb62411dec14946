import { z } from 'zod';
import listed from './prices.json' with { type: 'json' };

const priceSchema = z.strictObject({ dollars: z.number().positive(), per: z.string(), source: z.string().min(5) });

export type PriceName = keyof typeof listed.prices;

/** The dated price list beside this file. Whoever sees another price changes it there, with its source and the day. */
export const prices: Readonly<Record<PriceName, z.infer<typeof priceSchema>>> = listed.prices;
export const pricesAsOf: string = z.iso.date().parse(listed.asOf);
export const pricesNote: string = listed.note;

export const unconfirmed = (names: readonly PriceName[]) =>
  names.filter((name) => priceSchema.parse(prices[name]).source.startsWith('memory'));
