import { Popover } from '@mantine/core';
import { Button } from '../ui/button.tsx';
import { CopyTextButton } from '../ui/copy-text-button.tsx';
import { LinkIcon } from '../ui/icons/link-icon.tsx';
import { useWords } from '../ui/words/use-words.ts';
import classes from './copy-link.module.css';

interface CopyLinkProps {
  /** The page as it is: a look-back goes on from when the link is opened. */
  liveLink: string;
  /** The same at exactly these times; `undefined` where the link has them anyway. */
  frozenLink: string | undefined;
}

/** Copies the link; of a look-back either of two: live, or frozen at these times. */
export function CopyLink({ liveLink, frozenLink }: CopyLinkProps) {
  const { explore } = useWords();
  if (frozenLink === undefined) {
    return <CopyTextButton look="quiet" size="small" text={liveLink} icon={<LinkIcon />} label={explore.copyLink} />;
  }
  return (
    <Popover position="bottom-end" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button look="quiet" size="small">
          <LinkIcon />
          {explore.copyLink}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.choices}>
        <CopyTextButton look="quiet" size="small" text={liveLink} label={explore.copyLiveLink} />
        <CopyTextButton look="quiet" size="small" text={frozenLink} label={explore.copyFrozenLink} />
      </Popover.Dropdown>
    </Popover>
  );
}
