import { IconFrame } from './icon-frame.tsx';

export function DownloadIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d="M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.2h10" />
    </IconFrame>
  );
}
