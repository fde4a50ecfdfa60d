import { Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FirstUse } from '../../../ui/use-first-use.ts';
import { useTakeOver } from '../../../ui/use-take-over.ts';
import { useWords } from '../../../ui/words/use-words.ts';
import { saveFile } from '../../export/save-file.ts';
import panelClasses from '../chart-panel.module.css';
import { chartSvg, type Picture } from './chart-svg.ts';
import { PictureButton, type PictureMenuProps } from './picture-button.tsx';
import { pngOfPicture } from './png-of-picture.ts';

type Outcome = 'none' | 'copied' | 'failed';

/** The menu itself, and beside it what came of it. */
export function PictureMenuOpen({
  chart,
  texts,
  fileStem,
  firstUse,
}: PictureMenuProps & { readonly firstUse: FirstUse }) {
  const { picture: words } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>('none');
  const target = useRef<HTMLButtonElement>(null);
  useTakeOver(firstUse, target, () => setIsOpen(true));

  const make = async (use: (picture: Picture) => Promise<Outcome>): Promise<void> => {
    const drawn = chart();
    setOutcome('none');
    try {
      setOutcome(drawn === undefined ? 'failed' : await use(chartSvg(drawn, texts)));
    } catch {
      // The browser does not allow the clipboard, or cannot draw so large a picture: either is told at the button.
      setOutcome('failed');
    }
  };
  const choices: readonly (readonly [name: string, use: (picture: Picture) => Promise<Outcome>])[] = [
    [
      words.copyPng,
      async (picture) => {
        // The clipboard wants the promise: what comes after an await is no longer the reader's doing.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOfPicture(picture) })]);
        return 'copied';
      },
    ],
    [
      words.savePng,
      async (picture) => {
        saveFile(await pngOfPicture(picture), `${fileStem}.png`);
        return 'none';
      },
    ],
    [
      words.saveSvg,
      async ({ svg }) => {
        saveFile(new Blob([svg], { type: 'image/svg+xml' }), `${fileStem}.svg`);
        return 'none';
      },
    ],
  ];
  return (
    <>
      <output className={panelClasses.outcome}>
        {outcome === 'copied' ? words.copied : outcome === 'failed' ? words.failed : ''}
      </output>
      <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" offset={4} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <PictureButton ref={target} />
        </Menu.Target>
        <Menu.Dropdown aria-label={words.label}>
          {choices.map(([name, use]) => (
            <Menu.Item key={name} onClick={() => void make(use)}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
