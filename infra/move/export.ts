import { runMove } from './run-move.ts';

/** `npm run export`: a programme of one machine to AWS, with every hash compared. The host must be stopped. */
await runMove('export');
