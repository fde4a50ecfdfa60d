import { IconFrame } from './icon-frame.tsx';

export function CloseIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d="M4 4l8 8M12 4l-8 8" />
    </IconFrame>
  );
}
