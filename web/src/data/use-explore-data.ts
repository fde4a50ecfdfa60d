import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ExploreQuestion, LatencyMeasure } from '#core/analysis/explore-question.ts';
import type { TraceRowsQuestion } from '#core/analysis/trace-rows.ts';
import { tagConditionsText } from '#core/jaeger/tag-conditions.ts';
import { type UnixMicros, unixMicros, unixMicrosFromMillis } from '#core/units.ts';
import type { ChangeExplore, ExploreState } from '../url-state.ts';
import type { Coverage, coverageOf } from './coverage.ts';
import type { Dataset } from './dataset.ts';
import type { OnAppend } from './on-append.ts';
import type { ExportFormat, SpansExport } from './span-worker-protocol.ts';
import { type DeeperData, useDeeperData } from './use-deeper-data.ts';
import { type Draw, useDraw } from './use-draw.ts';
import { type Explored, useExplore } from './use-explore.ts';
import { useHeldError } from './use-held-error.ts';
import { type RowSource, useRowSource } from './use-row-source.ts';
import { useServices } from './use-services.ts';
import { useSlices } from './use-slices.ts';
import { useSpanStore } from './use-span-store.ts';
import { useTail } from './use-tail.ts';
import { useThrottled } from './use-throttled.ts';

/** New slices redraw at most so often. */
const REDRAW_MS = 500;
/** The service that the bundled app writes under; chosen where nothing else is asked for. */
const DEMO = 'demo';

export interface ExploreData {
  readonly service: string | undefined;
  /** The services are being asked for, could not be had, or there is none. */
  readonly services: ReturnType<typeof useServices>;
  /** The range that charts and table show; it moves while live. */
  readonly range: { readonly from: UnixMicros; readonly to: UnixMicros } | undefined;
  readonly explored: Explored;
  readonly deeper: DeeperData;
  readonly rows: RowSource;
  readonly coverage: Coverage | undefined;
  readonly isReading: boolean;
  /** What was read is not all in the answer yet: its count is still growing. */
  readonly isSettling: boolean;
  readonly hasUnread: boolean;
  readonly error: Error | undefined;
  readonly answeredAt: number;
  readonly stop: () => void;
  readonly readOn: () => void;
  readonly refresh: () => void;
  /** Opens a trace by its row in the span table. */
  readonly openRow: (row: number) => Promise<void>;
  /** Row of a trace by its id, −1 where it is not loaded. */
  readonly rowOfTrace: (traceId: string) => Promise<number>;
  /** Spans of traces as a file, by their rows in the answer. */
  readonly exportSpans: (format: ExportFormat, traces: Int32Array) => Promise<SpansExport>;
  readonly draw: Draw;
  readonly drawOne: () => void;
  readonly forgetDraw: () => void;
}

/** Everything that the Explore page shows, from its state. It lives above the pages, so that leaving one loses nothing. */
export function useExploreData(state: ExploreState, change: ChangeExplore, isWanted: boolean): ExploreData {
  const store = useSpanStore();
  const services = useServices();
  const [revision, setRevision] = useState(0);
  const [generation, setGeneration] = useState(0);
  const service = state.service ?? defaultService(services.data);
  const dataset = useDataset(state, isWanted ? service : undefined, generation);

  const client = useQueryClient();
  const onAppend = useCallback<OnAppend>(
    (next, replaced) => {
      setRevision(next);
      // Late spans complete what is open too.
      for (const { id } of replaced) void client.invalidateQueries({ queryKey: ['trace', id] });
    },
    [client],
  );
  const slices = useSlices(store, dataset, onAppend);
  const { shown } = slices;
  const { draw, drawOne, forget } = useDraw(store, revision);
  const isExpecting = draw.status === 'expected';
  const tail = useTail(store, shown, { isLive: state.isLive, isExpecting }, onAppend);
  const drawnRevision = useThrottled(revision, REDRAW_MS);

  const range = useMemo(() => {
    if (shown === undefined) return undefined;
    const to = tail.readUntil ?? shown.to;
    const moved = state.range.kind === 'last' && state.isLive ? to - shown.to : 0;
    return { from: unixMicros(shown.from + moved), to };
  }, [shown, tail.readUntil, state.range.kind, state.isLive]);

  const { measure, key, highlight, split, filters, pick, sort } = state;
  const question = useMemo((): ExploreQuestion | undefined => {
    if (range === undefined) return undefined;
    const minutesEastOfUtc = -new Date(range.to / 1000).getTimezoneOffset();
    return { measure, key, highlight, split, filters, pick, sort, minutesEastOfUtc, ...range };
  }, [measure, key, highlight, split, filters, pick, sort, range]);
  const explored = useExplore(store, question, drawnRevision);

  const deeper = useDeeperData(store, explored);

  const rowsQuestion = useRowsQuestion(explored, measure);
  const rows = useRowSource(store, rowsQuestion, shown);

  const coverage = useMemo(() => {
    if (slices.coverage === undefined || range === undefined || shown === undefined) return slices.coverage;
    return withTail(slices.coverage, range, shown, tail.slices);
  }, [slices.coverage, range, shown, tail.slices]);

  const error = useHeldError(
    slices.error ?? tail.error ?? services.error ?? undefined,
    slices.isReading || services.isFetching,
  );

  const openRow = useCallback(
    async (row: number) => {
      if (store === undefined || rowsQuestion === undefined) return;
      const [found] = await store.rows([row], rowsQuestion);
      if (found !== undefined) change({ trace: found.id });
    },
    [store, rowsQuestion, change],
  );
  const rowOfTrace = useCallback(async (traceId: string) => (await store?.rowOfTrace(traceId)) ?? -1, [store]);
  const exportSpans = useCallback<ExploreData['exportSpans']>(
    async (format, traces) => (await store?.exportSpans(format, traces)) ?? { status: 'changed' },
    [store],
  );

  return {
    service,
    services,
    range,
    explored,
    deeper,
    rows,
    coverage,
    isReading: slices.isReading,
    isSettling: drawnRevision !== revision || explored.isBehind,
    hasUnread: slices.hasUnread,
    error,
    answeredAt: Math.max(slices.answeredAt, tail.answeredAt),
    stop: slices.stop,
    readOn: () => {
      if (services.error !== null) void services.refetch();
      slices.readOn();
    },
    refresh: () => setGeneration(generation + 1),
    openRow,
    rowOfTrace,
    exportSpans,
    draw,
    drawOne,
    forgetDraw: forget,
  };
}

/** What is asked of the list's rows; the same object while it means the same, though each answer brings its own key and highlight. */
function useRowsQuestion({ answer }: Explored, measure: LatencyMeasure): TraceRowsQuestion | undefined {
  const question = answer === undefined ? undefined : { key: answer.key, highlight: answer.highlight, measure };
  const last = useRef(question);
  if (JSON.stringify(last.current) !== JSON.stringify(question)) last.current = question;
  return last.current;
}

function defaultService(services: readonly string[] | undefined): string | undefined {
  return services?.includes(DEMO) ? DEMO : services?.[0];
}

/** What the state asks for, with a look-back turned into instants when it is asked. */
function useDataset(
  { operation, tags, minDuration, maxDuration, range, limit }: ExploreState,
  service: string | undefined,
  generation: number,
): Dataset | undefined {
  // The range is a new object with every URL; these are the same while it means the same.
  const length = range.kind === 'last' ? range.length : undefined;
  const fixedFrom = range.kind === 'absolute' ? range.from : undefined;
  const fixedTo = range.kind === 'absolute' ? range.to : undefined;
  const tagsText = tags.length === 0 ? undefined : tagConditionsText(tags);
  return useMemo(() => {
    if (service === undefined) return undefined;
    const to = fixedTo ?? unixMicrosFromMillis(Date.now());
    const from = fixedFrom ?? unixMicros(Math.max(0, to - (length ?? 0)));
    return { service, operation, tags: tagsText, minDuration, maxDuration, limit, generation, from, to };
  }, [service, operation, tagsText, minDuration, maxDuration, limit, generation, length, fixedFrom, fixedTo]);
}

/** The coverage of a range that goes on beyond what the slices asked for. */
function withTail(
  coverage: Coverage,
  range: { readonly from: UnixMicros; readonly to: UnixMicros },
  shown: Dataset,
  tailSlices: Parameters<typeof coverageOf>[2],
): Coverage {
  const { segments, problems } = coverage;
  const kept = segments
    .filter(({ to }) => to >= range.from)
    .map((segment) => ({ ...segment, from: unixMicros(Math.max(segment.from, range.from)) }));
  const isCut = tailSlices.some(({ state }) => state === 'cut');
  return {
    ...coverage,
    segments:
      range.to > shown.to
        ? [...kept, { from: unixMicros(shown.to + 1), to: range.to, state: isCut ? 'cut' : 'complete' }]
        : kept,
    problems: [...problems, ...tailSlices.flatMap((slice) => slice.problems)],
  };
}
