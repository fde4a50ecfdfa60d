import { ExportResultCode } from '@opentelemetry/core';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Log } from '#core/log.ts';

/** As `exporter`, and says once when the collector takes no spans, and once when it does again and how many it has missed. */
export function tellingExporter(exporter: SpanExporter, log: Log): SpanExporter {
  let lostSpans = 0;
  return {
    export: (spans, resultCallback) =>
      exporter.export(spans, (result) => {
        if (result.code !== ExportResultCode.SUCCESS) {
          if (lostSpans === 0) {
            log('warn', 'the collector takes no spans of Kuji; they are lost', { reason: result.error?.message });
          }
          lostSpans += spans.length;
        } else if (lostSpans > 0) {
          log('info', 'the collector takes spans of Kuji again', { lostSpans });
          lostSpans = 0;
        }
        resultCallback(result);
      }),
    shutdown: () => exporter.shutdown(),
  };
}
