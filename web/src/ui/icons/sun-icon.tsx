import { IconFrame } from './icon-frame.tsx';

export function SunIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <circle cx="8" cy="8" r="2.7" />
      <path d="M8 1.8v1.6M8 12.6v1.6M1.8 8h1.6M12.6 8h1.6M3.6 3.6l1.1 1.1M11.3 11.3l1.1 1.1M3.6 12.4l1.1-1.1M11.3 4.7l1.1-1.1" />
    </IconFrame>
  );
}
