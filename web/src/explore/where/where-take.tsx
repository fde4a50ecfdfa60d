import { useRef } from 'react';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import { whereCsv } from '#core/export/where-csv.ts';
import { formatCount } from '#core/format/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { CopyTextButton } from '../../ui/copy-text-button.tsx';
import { DownloadIcon } from '../../ui/icons/download-icon.tsx';
import { useLateWords } from '../../ui/words/use-late-words.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { PictureTexts } from '../chart/picture/chart-svg.ts';
import { PictureMenu } from '../chart/picture/picture-menu.tsx';
import { saveFile } from '../export/save-file.ts';
import { whereMarkdown } from './where-markdown.ts';
import { whereSvg } from './where-svg.ts';
import classes from './where-take.module.css';

/** What stands around the drawing where it is taken away as a picture. */
export type WherePicture = Pick<PictureTexts, 'title' | 'note'> & { readonly fileStem: string };

interface WhereTakeProps {
  readonly where: WhereAnswer;
  /** Index of the row that holds most of the difference. */
  readonly most: number | undefined;
  readonly a: string;
  readonly b: string;
  readonly picture: WherePicture;
}

/** By this mark spreadsheets know UTF-8; other readers skip it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The table and the icicle, to be taken away: as Markdown, as CSV, as a picture. */
export function WhereTake({ where, most, a, b, picture: { title, note, fileStem } }: WhereTakeProps) {
  const words = useWords();
  const late = useLateWords();
  const { inWhere } = late;
  const room = useRef<HTMLDivElement>(null);
  /** Drawn when it is asked for, out of sight: a picture takes its colours from what is in the page. */
  const draw = (): SVGSVGElement | undefined => {
    if (room.current === null) return undefined;
    const style = getComputedStyle(room.current);
    const svg = whereSvg(where, {
      most,
      others: (rows) => inWhere.others(formatCount(rows)),
      token: (name) => style.getPropertyValue(name).trim(),
    });
    room.current.replaceChildren(svg);
    return svg;
  };
  const saveCsv = (): void =>
    saveFile(new Blob([BYTE_ORDER_MARK, whereCsv(where)], { type: 'text/csv;charset=utf-8' }), `${fileStem}-where.csv`);
  return (
    <div className={classes.take}>
      <div ref={room} className={classes.room} aria-hidden="true" />
      <CopyTextButton
        look="quiet"
        size="small"
        label={words.explore.copyMarkdown}
        text={whereMarkdown(where, { a, b }, { ...words, late })}
      />
      <Button look="quiet" size="small" title={inWhere.saveCsvHint} onClick={saveCsv}>
        <DownloadIcon />
        {words.exports.saveCsv}
      </Button>
      <PictureMenu
        chart={draw}
        texts={{
          title,
          note,
          legend: [
            ...(most === undefined ? [] : [{ mark: 'square' as const, label: inWhere.most, color: 'var(--k-hi)' }]),
            { mark: 'square', label: inWhere.more, color: 'var(--k-ink2)' },
            { mark: 'box', label: inWhere.less, color: 'var(--k-ink2)' },
          ],
        }}
        fileStem={`${fileStem}-where`}
      />
    </div>
  );
}
