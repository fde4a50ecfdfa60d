import { IconFrame } from './icon-frame.tsx';

export function CopyIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d="M6 6h7.5v7.5H6zM10 3.5V2.5H2.5V10h1" />
    </IconFrame>
  );
}
