import { IconFrame } from './icon-frame.tsx';

export function CheckIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16} strokeWidth={2}>
      <path d="M3.5 8.5l3 3 6-7" />
    </IconFrame>
  );
}
