import { IconFrame } from './icon-frame.tsx';

export function SearchIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <circle cx="7" cy="7" r="4.2" />
      <path d="M10.2 10.2l3.3 3.3" />
    </IconFrame>
  );
}
