import type { JaegerClient, SearchListener, SearchSummary, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { type Detected, isOtherApi } from './detect-dialect.ts';
import type { DialectFinder } from './dialect-finder.ts';

/** Told of the end of every question but of those whose asker has left. */
export interface QuestionListener {
  readonly onAnswer: () => void;
  readonly onFault: (fault: JaegerFault) => void;
}

/**
 * Asks a Jaeger in the dialect that it speaks, whichever that is at the time: one that was replaced by another version while
 * we run is found out by its refusal, and asked again in its own way.
 */
export function connectedClient(finder: DialectFinder, listener: QuestionListener): JaegerClient {
  async function ask<T>(
    question: (client: JaegerClient) => Promise<T>,
    signal: AbortSignal,
    canAskAgain = () => true,
  ): Promise<T> {
    const { detected, services } = await finder.find(signal);
    try {
      return await question(detected.client);
    } catch (error) {
      if (isUnreachable(error)) finder.doubt(detected);
      if (services !== undefined || !castsDoubt(error, detected)) throw error;
      finder.doubt(detected);
      if (!canAskAgain()) throw error;
      const again = await finder.find(signal);
      if (again.detected.manner === detected.manner) throw error;
      return await question(again.detected.client);
    }
  }

  async function told<T>(answer: Promise<T>): Promise<T> {
    try {
      const value = await answer;
      listener.onAnswer();
      return value;
    } catch (error) {
      if (error instanceof JaegerFault) {
        if (isAnswer(error)) listener.onAnswer();
        else listener.onFault(error);
      }
      throw error;
    }
  }

  async function services(signal: AbortSignal): Promise<readonly string[]> {
    const found = await finder.find(signal);
    return found.services ?? (await ask((client) => client.services(signal), signal));
  }

  async function search(wanted: TraceSearch, listener: SearchListener, signal: AbortSignal): Promise<SearchSummary> {
    let hasGiven = false;
    const watched: SearchListener = {
      onTrace: (trace) => {
        hasGiven = true;
        listener.onTrace(trace);
      },
      onUnreadable: (problem, bytes) => {
        hasGiven = true;
        listener.onUnreadable(problem, bytes);
      },
      onBytes: listener.onBytes,
    };
    // Or the listener would hear of traces twice.
    return await ask(
      (client) => client.search(wanted, watched, signal),
      signal,
      () => !hasGiven,
    );
  }

  return {
    services: (signal) => told(services(signal)),
    operations: (service, signal) => told(ask((client) => client.operations(service, signal), signal)),
    search: (wanted, traces, signal) => told(search(wanted, traces, signal)),
    trace: (id, signal) => told(ask((client) => client.trace(id, signal), signal)),
  };
}

/** It may come back as another one. */
function isUnreachable(error: unknown): boolean {
  return error instanceof JaegerFault && error.code === 'jaeger-unreachable';
}

/**
 * Can it be that another version has taken the place of the one that was asked? A v3 of another spelling fails in its own words
 * (1.76), or answers in another format (1.48).
 */
function castsDoubt(error: unknown, { dialect }: Detected): boolean {
  if (isOtherApi(error)) return true;
  if (dialect !== 'v3' || !(error instanceof JaegerFault)) return false;
  return error.code === 'jaeger-unreadable' || (error.code === 'jaeger-failed' && !error.isUnserialisable);
}

/** Jaeger works, and says that there is no such trace or that one of them cannot be written. */
function isAnswer(fault: JaegerFault): boolean {
  return fault.code === 'trace-not-found' || fault.isUnserialisable;
}
