import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * `npm start`. Half of a start was the stripping of types and the compiling of the same files each time: Node keeps what came of it
 * beside the packages, by the hash of each file. Where nothing can be written there, a start only takes longer.
 */
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));
await import('./run-host.ts');
