import { isDeepStrictEqual } from 'node:util';
import { stateFromSearch, stateToSearch } from '../../../web/src/url-state.ts';
import { require } from '../checks/require.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { anyQuery } from '../inputs/mutate-query.ts';

const NAMES = [
  ...[
    'service',
    'operation',
    'tags',
    'min',
    'max',
    'last',
    'from',
    'to',
    'limit',
    'live',
    'by',
    'highlight',
    'only',
    'not',
  ],
  ...['box', 'pick', 'split', 'latency', 'axis', 'tab', 'curve', 'panels', 'over', 'sort', 'trace'],
] as const;
const GOOD = [
  'service=demo&operation=%2Fhandler&tags=omikuji%3D%E5%87%B6&min=1.2s&max=2s&last=50m&limit=500&live=1&by=event%3Aomikuji',
  'from=1&to=2000000&by=event%3Aomikuji&highlight=%E5%87%B6&only=event%3Aomikuji%3D%E5%90%89&not=event%3Aomikuji%3D%28none%29',
  'box=1%2C2%2C3%2C4&pick=1%2C2%2C3%2C4&split=instant%3A17&latency=extent&axis=linear&tab=time&curve=histogram&sort=-duration',
  'split=box%3A1%2C2%2C3%2C4&panels=each&over=quantiles&trace=0123456789abcdef',
] as const;

/** What stands in the address of the Explore page: a link never breaks the page. */
export function pageQuery(): FuzzTarget {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    name: 'page-query',
    make: (random) => encoder.encode(anyQuery(GOOD, NAMES, random)),
    read: (input) => {
      const state = stateFromSearch(decoder.decode(input));
      require(isDeepStrictEqual(
        stateFromSearch(stateToSearch(state)),
        state,
      ), 'what was read comes back from its own link');
    },
  };
}
