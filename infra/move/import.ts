import { runMove } from './run-move.ts';

/** `npm run import`: a programme on AWS to one machine, with every hash compared. Its mail must be stopped. */
await runMove('import');
