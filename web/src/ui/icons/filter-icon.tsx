import { IconFrame } from './icon-frame.tsx';

export function FilterIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d="M2.5 3.5h11L9.5 8.5v4l-3-1.5v-2.5z" />
    </IconFrame>
  );
}
