// The page on which files are taken apart anew, with scripts: the case stays the reader's while they look.
import { keepLease } from './lease.js';

keepLease();
