import { IconFrame } from './icon-frame.tsx';

export function WarningIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d="M8 2.5l6 11H2zM8 6.5v3.2M8 11.7v.1" />
    </IconFrame>
  );
}
