import { lazy, Suspense } from 'react';
import { useFirstUse } from '../../../ui/use-first-use.ts';
import { PictureButton, type PictureMenuProps } from './picture-button.tsx';

const loadOpen = () => import('./picture-menu-open.tsx');
const PictureMenuOpen = lazy(() => loadOpen().then((module) => ({ default: module.PictureMenuOpen })));

/** The chart as a picture, to be copied or saved. */
export function PictureMenu(props: PictureMenuProps) {
  const { firstUse, button } = useFirstUse(loadOpen);
  const closed = <PictureButton aria-haspopup="menu" {...button} />;
  if (firstUse === undefined) return closed;
  return (
    <Suspense fallback={closed}>
      <PictureMenuOpen {...props} firstUse={firstUse} />
    </Suspense>
  );
}
