import { IconFrame } from './icon-frame.tsx';

const PATHS = { up: 'M4 10l4-4 4 4', down: 'M4 6l4 4 4-4', left: 'M10 4L6 8l4 4', right: 'M6 4l4 4-4 4' };

export function ChevronIcon({ to, sizePx }: { to: keyof typeof PATHS; sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d={PATHS[to]} />
    </IconFrame>
  );
}
