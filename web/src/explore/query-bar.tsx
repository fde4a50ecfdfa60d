import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UnixMicros } from '#core/units.ts';
import { useOperations, useServices } from '../data/use-services.ts';
import { Button } from '../ui/button.tsx';
import { FieldPicker } from '../ui/field-picker.tsx';
import { DrawIcon } from '../ui/icons/draw-icon.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { Switch } from '../ui/switch.tsx';
import { useWords } from '../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../url-state.ts';
import classes from './query-bar.module.css';
import { SpanFilterField } from './span-filter/span-filter-field.tsx';
import { TimeRangePicker } from './time-range-picker.tsx';

const ALL = '';

interface QueryBarProps {
  state: ExploreState;
  change: ChangeExplore;
  /** The service in use: the asked one or the default. */
  service: string | undefined;
  resolved: { readonly from: UnixMicros; readonly to: UnixMicros } | undefined;
  /** How we stand with Jaeger. */
  connection: ReactNode;
  draw: { readonly isDrawing: boolean; readonly onDraw: () => void } | undefined;
}

/** The head of the page: brand, what is asked of Jaeger, live, language and colours. */
export function QueryBar({ state, change, service, resolved, connection, draw }: QueryBarProps) {
  const { shell } = useWords();
  const services = useServices();
  const operations = useOperations(service);
  // What depends on the data that is shown is forgotten with it.
  const fresh = { key: undefined, highlight: undefined, filters: [], pick: undefined, trace: undefined } as const;
  return (
    <PageBar connection={connection}>
      {draw !== undefined && (
        <Button onClick={draw.onDraw} disabled={draw.isDrawing} aria-label={shell.draw}>
          <DrawIcon />
          <span className={classes.drawLabel}>{draw.isDrawing ? shell.drawing : shell.draw}</span>
        </Button>
      )}
      <span className={classes.separator} />
      <div className={classes.fields}>
        <FieldPicker
          label={shell.service}
          options={(services.data ?? []).map((name) => ({ id: name, name }))}
          chosenId={service}
          shown={service ?? '–'}
          searchLabel={shell.searchService}
          emptyText={shell.noMatch}
          onChoose={(next) => change({ ...fresh, service: next, operation: undefined })}
        />
        <FieldPicker
          label={shell.operation}
          options={[
            { id: ALL, name: shell.allOperations },
            ...(operations.data ?? []).map((name) => ({ id: name, name })),
          ]}
          chosenId={state.operation ?? ALL}
          shown={state.operation ?? shell.allOperations}
          searchLabel={shell.searchOperation}
          emptyText={shell.noMatch}
          onChoose={(next) => change({ pick: undefined, trace: undefined, operation: next === ALL ? undefined : next })}
        />
        <TimeRangePicker
          range={state.range}
          limit={state.limit}
          resolved={resolved}
          onChange={(patch) => change({ pick: undefined, ...patch })}
        />
        <SpanFilterField
          filter={state}
          onChange={(filter) => change({ pick: undefined, trace: undefined, ...filter })}
        />
      </div>
      <Tooltip label={shell.liveHint} transitionProps={{ duration: 0 }}>
        <Switch
          className={classes.live}
          label={shell.live}
          isOn={state.isLive}
          onChange={(isLive) =>
            change({
              isLive,
              ...(state.range.kind === 'absolute'
                ? { range: { kind: 'last', length: state.range.to - state.range.from } }
                : {}),
            })
          }
        />
      </Tooltip>
    </PageBar>
  );
}
