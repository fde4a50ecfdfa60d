import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askBuild } from './data/ask-build.ts';
import type { Outdated } from './data/outdated.ts';
import { useOutdated } from './data/use-outdated.ts';
import { FaultBoundary } from './ui/fault-boundary.tsx';
import type { UpdateReason } from './ui/update-notice.tsx';

const REASONS: Readonly<Record<Outdated, UpdateReason>> = { updated: 'updated', 'part-missing': 'partMissing' };

/** What stands around every page: where its faults end, and that Kuji was updated meanwhile. */
export function PageShell({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const outdated = useOutdated();
  return (
    <FaultBoundary
      update={outdated && REASONS[outdated]}
      // A fault may come from an update of which nothing has told yet.
      onFault={() => askBuild(client)}
    >
      {children}
    </FaultBoundary>
  );
}
