// The panel's own page, with this in place of what joins it to the tool window.
import { list } from './list.js';
import { report } from './report.js';

await report([list]);
