import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Call } from '#core/analysis/where/example-trace.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatDate } from '#core/format/format-date.ts';
import { DAY, type UnixMicros } from '#core/units.ts';
import type { ExploreData } from '../data/use-explore-data.ts';
import { explorePath } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { fillSentenceText } from '../ui/fill-sentence-text.ts';
import { groupStyles } from '../ui/group-styles.ts';
import { useWords } from '../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../url-state.ts';
import { answerAxis } from './chart/answer-axis.ts';
import { ChartPanel } from './chart/chart-panel.tsx';
import { ChartPanelSkeleton } from './chart/chart-panel-skeleton.tsx';
import { CompareMenu } from './compare/compare-menu.tsx';
import { ContrastSection } from './compare/contrast-section.tsx';
import { CoverageLine } from './coverage-line.tsx';
import { coverageWords } from './coverage-words.ts';
import { DrawNotice } from './draw-notice.tsx';
import classes from './explore-page.module.css';
import { ExportMenu } from './export/export-menu.tsx';
import { fileStem } from './export/file-stem.ts';
import type { MarkdownContext } from './finding-markdown.ts';
import { FindingPanel, FindingSkeleton } from './finding-panel.tsx';
import { findingWords } from './finding-words.ts';
import { KeyRail, KeyRailSkeleton } from './keys/key-rail.tsx';
import { usePreview } from './keys/use-preview.ts';
import { TraceList } from './list/trace-list.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { ProblemState } from './problem-state.tsx';
import { QueryBar } from './query-bar.tsx';
import { type Sample, sampleOf } from './sample.ts';
import { NO_SPAN_FILTER } from './span-filter/span-filter.ts';
import { spanFilterConditions, spanFilterText } from './span-filter/span-filter-text.ts';
import { useFailureReason } from './use-failure-reason.ts';
import { FilterBar } from './values/filter-bar.tsx';
import { ValuesTable } from './values/values-table.tsx';
import { WhereSummary } from './where/where-summary.tsx';

// Only where two drawn sides are compared.
const CompareBar = lazy(() => import('./compare/compare-bar.tsx').then((module) => ({ default: module.CompareBar })));

const WHOLE: Sample = { isCut: false, isPart: false };

interface ExplorePageProps {
  state: ExploreState;
  change: ChangeExplore;
  data: ExploreData;
  /** How we stand with Jaeger, for the head of the page. */
  connection: ReactNode;
  /** Beside the embedded omikuji app fortunes can be drawn. */
  canDraw: boolean;
}

/** The page from top to bottom: query, coverage, finding, keys, charts, values, traces. */
export function ExplorePage({ state, change, data, connection, canDraw }: ExplorePageProps) {
  const words = useWords();
  const { explored, coverage, range, service } = data;
  const { answer } = explored;
  const filterText = spanFilterText(state, words);
  const subject = [service ?? words.explore.unnamed, state.operation, filterText && `(${filterText})`]
    .filter(Boolean)
    .join(' ');
  const reason = useFailureReason(data.error);
  const sample = coverage === undefined ? WHOLE : sampleOf(coverage);
  const shownSample = data.isReading ? { ...sample, isPart: false } : sample;
  // Of the roots' durations: of another latency it would say what the shift does not.
  const where = state.measure === 'root' && !data.deeper.where.isStale ? data.deeper.where.value : undefined;
  const markdown = range && {
    subject,
    coverage: coverage === undefined ? '' : coverageWords(coverage, { limit: state.limit, reason }, words),
    link: frozenLink(state, range),
    where,
  };
  return (
    <>
      <a href="#finding" className={classes.skip}>
        {words.shell.skip}
      </a>
      <QueryBar
        state={state}
        change={change}
        service={service}
        resolved={range}
        connection={connection}
        draw={canDraw ? { isDrawing: data.draw.status === 'drawing', onDraw: data.drawOne } : undefined}
      />
      {coverage !== undefined && (
        <CoverageLine
          coverage={coverage}
          traces={answer?.loaded ?? 0}
          limit={state.limit}
          reason={reason}
          spanFilter={state}
          isReading={data.isReading}
          isSettling={data.isSettling}
          hasUnread={data.hasUnread}
          onStop={data.stop}
          onReadOn={data.readOn}
          onRefresh={data.refresh}
          liveLink={location.href}
          frozenLink={state.range.kind === 'absolute' ? undefined : markdown?.link}
          exportMenu={
            answer !== undefined &&
            range !== undefined &&
            markdown !== undefined && (
              <ExportMenu
                answer={answer}
                hasPick={state.pick !== undefined}
                sample={shownSample}
                markdown={markdown}
                stem={fileStem(service, range)}
                exportSpans={data.exportSpans}
              />
            )
          }
        />
      )}
      <main className={classes.page} data-bare={coverage === undefined || undefined}>
        {data.error !== undefined && answer !== undefined && (
          <ProblemBanner
            error={data.error}
            answeredAt={data.answeredAt}
            loaded={answer?.loaded ?? 0}
            onTryNow={data.readOn}
          />
        )}
        <DrawNotice draw={data.draw} onShow={(trace) => change({ trace })} onClose={data.forgetDraw} />
        {body()}
      </main>
    </>
  );
  function body(): ReactNode {
    if (data.services.data?.length === 0 && service === undefined) {
      return (
        <EmptyState title={words.explore.noServiceTitle} detail={words.explore.noServiceDetail}>
          <Button onClick={() => void data.services.refetch()}>{words.explore.refresh}</Button>
        </EmptyState>
      );
    }
    if (answer === undefined || range === undefined || markdown === undefined) {
      return data.error === undefined ? (
        <Skeletons state={state} subject={service === undefined ? undefined : subject} />
      ) : (
        <ProblemState error={data.error} onTryNow={data.readOn} />
      );
    }
    if (answer.loaded === 0 && answer.keys.length === 0) {
      if (data.isReading) return <Skeletons state={state} subject={subject} />;
      return (
        <NoTraces
          title={words.explore.emptyTitle(subject, words.explore.between(...spanEnds(range)))}
          isKnown={service !== undefined && (data.services.data?.includes(service) ?? false)}
          state={state}
          change={change}
          onDraw={canDraw ? data.drawOne : undefined}
        />
      );
    }
    return (
      <>
        <FindingPanel
          answer={answer}
          sample={shownSample}
          markdown={markdown}
          summary={where === undefined ? undefined : <WhereSummary where={where} />}
          compareMenu={<CompareMenu answer={answer} state={state} change={change} />}
        />
        <Answer answer={answer} range={range} sample={shownSample} {...{ markdown, state, change, data }} />
      </>
    );
  }
}

interface AnswerProps extends Pick<ExplorePageProps, 'state' | 'change' | 'data'> {
  answer: ExploreAnswer;
  range: NonNullable<ExploreData['range']>;
  sample: Sample;
  markdown: Omit<MarkdownContext, 'caveat'>;
}

function Answer({ answer, range, sample, markdown, state, change, data }: AnswerProps) {
  const words = useWords();
  const stem = fileStem(data.service, range);
  const { sentence } = findingWords(answer, words, markdown.where);
  const styles = useMemo(() => groupStyles(answer.key, answer.groups), [answer.key, answer.groups]);
  const axis = useMemo(() => answerAxis(state.axis, answer), [state.axis, answer]);
  const { askExample } = data.deeper;
  const openExample = useCallback(
    async (side: 'a' | 'b', path: readonly Call[]) => {
      const trace = await askExample(side, path);
      if (trace !== undefined) change({ trace });
    },
    [askExample, change],
  );
  const { preview, onPreview } = usePreview(data.deeper.askCurves, answer.key);
  const openRow = useCallback((row: number) => void data.openRow(row), [data.openRow]);
  return (
    <div className={classes.grid}>
      <KeyRail
        answer={answer}
        ranked={data.deeper.ranked}
        state={state}
        change={change}
        findValues={data.deeper.findValues}
        onPreview={onPreview}
      />
      <div className={classes.main}>
        {state.split !== undefined && (
          <Suspense>
            <CompareBar {...{ range, filters: state.filters, split: state.split, change }} />
          </Suspense>
        )}
        <FilterBar answer={answer} state={state} change={change} />
        <ChartPanel
          answer={answer}
          isStale={data.explored.isStale}
          where={data.deeper.where}
          preview={preview}
          picture={{
            title: fillSentenceText(sentence.text, sentence.parts),
            note: `${markdown.subject} · ${markdown.coverage}`,
            fileStem: stem,
          }}
          onOpenExample={openExample}
          range={range}
          state={state}
          change={change}
          onOpenTrace={openRow}
        />
        <ValuesTable answer={answer} state={state} change={change} styles={styles} sample={sample} fileStem={stem} />
        <ContrastSection answer={answer} ask={data.deeper.askContrast} />
        <TraceList
          answer={answer}
          rows={data.rows}
          state={state}
          change={change}
          axis={axis}
          sample={sample}
          currentId={state.trace}
          arrivedId={data.draw.status === 'arrived' ? data.draw.traceId : undefined}
          onOpen={(trace) => change({ trace })}
        />
      </div>
    </div>
  );
}

/** Grey bars in the final places while the first slice is on its way. */
function Skeletons({ state, subject }: { state: ExploreState; subject: string | undefined }) {
  const { explore } = useWords();
  const text = subject === undefined ? explore.askingServices : explore.readingTraces(subject);
  return (
    <>
      <FindingSkeleton text={text} />
      <div className={classes.grid}>
        <KeyRailSkeleton />
        <div className={classes.main}>
          <ChartPanelSkeleton axis={state.axis} />
        </div>
      </div>
    </>
  );
}

interface NoTracesProps extends Pick<ExplorePageProps, 'state' | 'change'> {
  title: string;
  isKnown: boolean;
  onDraw: (() => void) | undefined;
}

function NoTraces({ title, isKnown, state, change, onDraw }: NoTracesProps) {
  const { explore, shell } = useWords();
  const hasSpanFilter = spanFilterConditions(state).length > 0;
  return (
    <EmptyState title={title} detail={isKnown ? explore.emptyKnown : explore.emptyUnknown}>
      {isKnown ? (
        <Button look="primary" onClick={() => change({ range: { kind: 'last', length: 2 * DAY } })}>
          {explore.lastDays}
        </Button>
      ) : (
        <Button look="primary" onClick={() => change({ service: undefined, operation: undefined })}>
          {explore.anotherService}
        </Button>
      )}
      {state.operation !== undefined && (
        <Button onClick={() => change({ operation: undefined })}>{explore.allOperations}</Button>
      )}
      {hasSpanFilter && <Button onClick={() => change(NO_SPAN_FILTER)}>{explore.withoutSpanFilter}</Button>}
      {onDraw !== undefined && <Button onClick={onDraw}>{shell.draw}</Button>}
    </EmptyState>
  );
}

/** The link that shows exactly these times, whenever it is opened. */
function frozenLink(state: ExploreState, range: NonNullable<ExploreData['range']>): string {
  const frozen = explorePath({ ...state, isLive: false, range: { kind: 'absolute', ...range } });
  return new URL(frozen, location.origin).href;
}

function spanEnds({ from, to }: NonNullable<ExploreData['range']>): [string, string] {
  const isOneDay = formatDate(from) === formatDate(to);
  const say = (instant: UnixMicros): string =>
    isOneDay
      ? formatClock(instant, { detail: 'minute' })
      : `${formatDate(instant)} ${formatClock(instant, { detail: 'minute' })}`;
  return [say(from), say(to)];
}
