// The page of a case with scripts: handier, never needed. Each module is one idea.
import { keepLease } from './lease.js';
import { listenToKeys } from './keys.js';
import { joinPlaces } from './places.js';
import { awaitReading } from './reading.js';
import { watchTyping } from './typing.js';
import { keepLineAtHand } from './line-at-hand.js';

joinPlaces();
listenToKeys();
watchTyping();
keepLineAtHand();
keepLease();
awaitReading();
