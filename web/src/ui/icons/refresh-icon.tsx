import { IconFrame } from './icon-frame.tsx';

export function RefreshIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d="M13 8a5 5 0 11-1.5-3.5M13 2.5V5h-2.5" />
    </IconFrame>
  );
}
