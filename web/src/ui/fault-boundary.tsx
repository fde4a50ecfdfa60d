import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { UpdateNotice, type UpdateReason } from './update-notice.tsx';
import { useWords } from './words/use-words.ts';

interface FaultBoundaryProps {
  readonly children: ReactNode;
  /** Why the page should be loaded anew, if it should: what goes wrong then is no fault of its own. */
  readonly update: UpdateReason | undefined;
  readonly onFault: () => void;
}

/** Where a bug ends: it is said, and the page can be loaded anew. React has no hook for it. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly fault: Error | undefined }> {
  override state: { readonly fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: Error): { readonly fault: Error } {
    return { fault };
  }

  override componentDidCatch(fault: Error, info: ErrorInfo): void {
    console.error(fault, info.componentStack);
    this.props.onFault();
  }

  override render(): ReactNode {
    const { children, update } = this.props;
    if (this.state.fault !== undefined) return <Fault fault={this.state.fault} update={update} />;
    return (
      <>
        {children}
        {update !== undefined && <UpdateNotice reason={update} />}
      </>
    );
  }
}

function Fault({ fault, update }: { fault: Error; update: UpdateReason | undefined }) {
  const { shell } = useWords();
  return (
    <main>
      <EmptyState
        title={update === undefined ? shell.crashed : shell[update]}
        detail={update === undefined ? `${shell.crashedDetail} ${fault.message}` : shell.reloadHint}
      >
        <Button look="primary" onClick={() => location.reload()}>
          {shell.reload}
        </Button>
      </EmptyState>
    </main>
  );
}
