import { lazy, Suspense } from 'react';
import { FieldButton, type FieldPickerProps } from './field-button.tsx';
import { useFirstUse } from './use-first-use.ts';

const loadOpen = () => import('./field-picker-open.tsx');
const FieldPickerOpen = lazy(() => loadOpen().then((module) => ({ default: module.FieldPickerOpen })));

/** A field that opens a list to choose from, with a search once it is longer than a handful. The list is loaded when it is first used. */
export function FieldPicker(props: FieldPickerProps) {
  const { firstUse, button } = useFirstUse(loadOpen);
  const { label, shown, look } = props;
  const closed = <FieldButton {...{ label, shown, look }} aria-haspopup="listbox" {...button} />;
  if (firstUse === undefined) return closed;
  return (
    <Suspense fallback={closed}>
      <FieldPickerOpen {...props} firstUse={firstUse} />
    </Suspense>
  );
}
