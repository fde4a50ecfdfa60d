import { endWithNpm } from '../server/end-with-npm.ts';
import { main } from '../server/main.ts';
import { buildIfStale } from './build/build-if-stale.ts';

endWithNpm();
await main({ buildPages: buildIfStale });
