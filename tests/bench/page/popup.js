// The popup's own page, with this in place of what reads its box.
import { card } from './card.js';
import { report } from './report.js';

await report([card]);
