import { randomBytes } from 'node:crypto';
import type { Secrets } from '#shared/ports/secrets.ts';

export const randomSecrets: Secrets = { next: () => randomBytes(32).toString('base64url') };
