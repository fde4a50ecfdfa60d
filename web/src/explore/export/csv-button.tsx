import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { Button } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons/download-icon.tsx';
import { useWords } from '../../ui/words/use-words.ts';

interface CsvButtonProps {
  readonly answer: ExploreAnswer;
  /** What the name of the file begins with. */
  readonly stem: string;
  readonly className?: string | undefined;
}

/** Saves the table of values; what writes it is loaded when it is pressed. */
export function CsvButton({ answer, stem, className }: CsvButtonProps) {
  const words = useWords().exports;
  const save = async (): Promise<void> => {
    const { saveCsv } = await import('./save-csv.ts');
    saveCsv(answer, stem);
  };
  return (
    <Button look="quiet" size="small" className={className} title={words.saveCsvHint} onClick={() => void save()}>
      <DownloadIcon />
      {words.saveCsv}
    </Button>
  );
}
