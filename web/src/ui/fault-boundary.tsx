import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { useWords } from './words/use-words.ts';

/** Where a bug ends: it is said, and the page can be loaded anew. React has no hook for it. */
export class FaultBoundary extends Component<{ children: ReactNode }, { readonly fault: Error | undefined }> {
  override state: { readonly fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: Error): { readonly fault: Error } {
    return { fault };
  }

  override componentDidCatch(fault: Error, info: ErrorInfo): void {
    console.error(fault, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.fault === undefined ? this.props.children : <Fault fault={this.state.fault} />;
  }
}

function Fault({ fault }: { fault: Error }) {
  const { shell } = useWords();
  return (
    <main>
      <EmptyState title={shell.crashed} detail={`${shell.crashedDetail} ${fault.message}`}>
        <Button look="primary" onClick={() => location.reload()}>
          {shell.reload}
        </Button>
      </EmptyState>
    </main>
  );
}
