// The panel's own page, with this in place of what joins it to the tool window.
import { har } from './har.js';
import { list } from './list.js';
import { report } from './report.js';

await report([list, har]);
