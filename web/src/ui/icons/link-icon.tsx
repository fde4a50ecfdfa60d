import { IconFrame } from './icon-frame.tsx';

export function LinkIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d="M6.5 9.5l3-3M7 4.5l1.3-1.3a2.7 2.7 0 013.9 3.9L10.9 8.4M9 11.5l-1.3 1.3a2.7 2.7 0 01-3.9-3.9l1.3-1.3" />
    </IconFrame>
  );
}
