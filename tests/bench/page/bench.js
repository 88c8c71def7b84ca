// A page of the built package that measures the package: the real module, under the policy that ships.
import { exchanges } from './entries.js';
import { report } from './report.js';
import { longBody, smallBody } from './sift.js';
import { smallRefusal } from './small-refusal.js';

await report([smallRefusal, exchanges, smallBody, longBody]);
