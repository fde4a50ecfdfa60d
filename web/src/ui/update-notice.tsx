import { useState } from 'react';
import { Button } from './button.tsx';
import classes from './update-notice.module.css';
import { useWords } from './words/use-words.ts';

/** The word of `shell` that tells why a page should be loaded anew. */
export type UpdateReason = 'updated' | 'partMissing';

/** Says over the page, wherever it was scrolled to, that it should be loaded anew. What works goes on working, also when it is closed. */
export function UpdateNotice({ reason }: { reason: UpdateReason }) {
  const { shell, explore } = useWords();
  const [closed, setClosed] = useState<UpdateReason>();
  if (closed === reason) return null;
  return (
    <div className={classes.notice} role="alert">
      <p>
        <b>{shell[reason]}</b>
        {shell.reloadHint}
      </p>
      <Button look="primary" size="small" onClick={() => location.reload()}>
        {shell.reload}
      </Button>
      <Button size="small" onClick={() => setClosed(reason)}>
        {explore.close}
      </Button>
    </div>
  );
}
