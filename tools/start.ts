import { main } from '../server/main.ts';
import { buildIfStale } from './build/build-if-stale.ts';
import { endWithNpm } from './end-with-npm.ts';

endWithNpm();
await main({ buildPages: buildIfStale });
