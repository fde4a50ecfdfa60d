export const help = {
  finding: {
    verdict: {
      term: 'Clearly, possibly, no difference found, too few',
      text: 'How many of three witnesses agree: the interval of the shift, that of the pairs, and the adjusted p. It says how sure a difference is, not how large, and “no difference found” does not prove that there is none.',
    },
    shift: {
      term: 'Shift',
      text: 'The middle of all differences between a trace of the one group and one of the other, with its 95 % interval. It is not the difference of the means, and no cause.',
    },
    pairs: {
      term: 'Slower in … of pairs',
      text: 'The chance that a trace of this group is the slower one of a pair, ties counting half. It says how often, not by how much.',
    },
    p: {
      term: 'p',
      text: 'How often chance alone would make at least as clear a difference, adjusted for all values that were compared. It is not the chance that the finding is wrong.',
    },
    place: {
      term: 'Inside …',
      text: 'The call whose own time on the critical path holds most of the difference of the means. The time is spent there; why it is spent is not said.',
    },
    basis: {
      term: 'The traces it rests on',
      text: 'Only traces that Jaeger has stored and given: what was sampled away before is not seen, and a cut sample can favour some traces, so shares and quantiles need not be those of all requests.',
    },
  },
  values: {
    n: {
      term: 'n and share',
      text: 'Traces read with this value, and their part of those shown. After sampling or a cut it is not the share of all requests.',
    },
    quantiles: {
      term: 'p50, p95, p99',
      text: 'So many of a hundred traces take no longer, with a 95 % interval by ranks; with few traces an end stays open. It says nothing of the slowest trace.',
    },
    shift: {
      term: 'Shift',
      text: 'By how much this value’s traces are slower than the rest (Hodges–Lehmann), with its 95 % interval. They go together; that is no cause.',
    },
    verdict: {
      term: 'Verdict',
      text: 'How sure the difference is, with p adjusted for all values (Holm); from 6 traces on either side on. It does not say how large it is.',
    },
  },
  where: {
    difference: {
      term: 'Difference',
      text: 'Mean own time on the critical path per trace, in the one group minus the other; traces without the call count as 0. It says where time is spent, not why.',
    },
    interval: {
      term: '[from, to]',
      text: 'The 95 % interval of that difference (Welch, over traces); open with one trace on a side. Rows are not adjusted for their number: one of twenty may miss 0 by chance.',
    },
    moreCalls: {
      term: 'More calls',
      text: 'The part of the difference that comes from calling more often, at the mean time per call. Fewer calls count below 0.',
    },
    slowerCalls: {
      term: 'Slower calls',
      text: 'The part that comes from longer waiting per call. Waiting can grow because the call is on the critical path more often, not only because it takes longer.',
    },
    states: {
      term: 'Only in …, gone, no longer waited for',
      text: 'Called in one group only; or still called but off the critical path. No longer waited for does not mean faster: something else takes longer.',
    },
    sum: {
      term: 'The rows add up',
      text: 'All rows, folded ones too, add up to the difference of the mean root durations. Work beside the critical path is in none of them.',
    },
    example: {
      term: 'Open a trace',
      text: 'The trace of the group whose time in this row is nearest to the median. It is a typical one, not the slowest.',
    },
  },
  contrast: {
    difference: {
      term: 'Difference',
      text: 'Share of traces with the value on the one side minus the other, in percentage points, with its 95 % interval (Newcombe). More often is no cause.',
    },
    p: {
      term: 'p',
      text: 'How often chance alone would make shares at least so different (Fisher), adjusted for all values of all keys (Benjamini–Hochberg): of the rows shown about one in twenty may be chance.',
    },
    sides: {
      term: 'Few traces',
      text: 'Interval and p hold for small sides too, but with fewer than 6 traces only very large differences can be seen: what is not listed is not ruled out.',
    },
    basis: {
      term: 'Shares',
      text: 'Of the traces that were read. Sampling before Jaeger and a cut sample change shares on both sides, and not always alike.',
    },
  },
  keys: {
    explained: {
      term: 'Figure and bar',
      text: 'ε²: the share of the variation in the rank of latency that goes with the key, being absent counted as a value. The bar is measured against the most that groups of these sizes can reach. It is no cause.',
    },
    p: {
      term: 'No difference',
      text: 'The p of the key (Kruskal–Wallis), adjusted for all ranked keys (Benjamini–Hochberg), is 0.05 or more. That does not prove that there is none.',
    },
    direction: {
      term: 'Slower with more, faster with more',
      text: 'For numbers: whether latency goes up or down with them (Spearman). It says that the order agrees, not that the growth is even.',
    },
    same: {
      term: 'Same … traces as',
      text: 'The key splits the traces exactly as another one does, or is on exactly the traces of one of its values: these traces cannot tell which of the two it is.',
    },
    few: {
      term: 'Too few to say',
      text: 'Fewer than 6 traces beside the largest group, or fewer than 12 in all: whatever it seems to explain may be chance.',
    },
    setAside: {
      term: 'Set aside',
      text: 'One value in all traces, or nearly as many values as traces, as ids have: nothing to rank. They can still be found and chosen.',
    },
  },
};
