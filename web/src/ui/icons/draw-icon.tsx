import { IconFrame } from './icon-frame.tsx';

export function DrawIcon({ sizePx }: { sizePx?: number }) {
  return (
    <IconFrame sizePx={sizePx ?? 16}>
      <path d="M5 2.5h6l-.8 11H5.8zM5.4 6h5.2M8 8.2v3" />
    </IconFrame>
  );
}
