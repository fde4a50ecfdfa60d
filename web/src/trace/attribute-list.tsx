import { VisuallyHidden } from '@mantine/core';
import { Mark } from '../ui/mark.tsx';
import { numbered } from '../ui/numbered.ts';
import { useWords } from '../ui/words/use-words.ts';
import { AttributeValue } from './attribute-value.tsx';
import { ShowAll } from './show-all.tsx';
import classes from './span-details.module.css';

export interface AttributeLine {
  readonly name: string;
  readonly value: string;
  readonly isHighlight?: boolean;
}

const FIRST_LINES = 30;

/** Names and values, in the order given; a highlighted one has the diamond. */
export function AttributeList({ lines }: { lines: readonly AttributeLine[] }) {
  const { values } = useWords();
  return (
    <ShowAll items={numbered(lines)} first={FIRST_LINES} isKept={({ item }) => item.isHighlight === true}>
      {(shown) => (
        <dl className={classes.list}>
          {shown.map(({ id, item: { name, value, isHighlight = false } }) => (
            <div key={id} className={classes.line} data-highlight={isHighlight || undefined}>
              <dt>
                {isHighlight && (
                  <>
                    <Mark shape="diamond" color="var(--k-hi)" sizePx={10} />
                    <VisuallyHidden>{values.highlighted} </VisuallyHidden>
                  </>
                )}
                <bdi>{name}</bdi>
              </dt>
              <dd>
                <AttributeValue value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </ShowAll>
  );
}
