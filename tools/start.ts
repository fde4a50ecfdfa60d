import { main } from '../server/main.ts';
import { buildIfStale } from './build/build-if-stale.ts';

await main({ buildPages: buildIfStale });
