import { describe, expect, it } from 'vitest';
import { csvRow } from './csv-row.ts';

describe('csvRow', () => {
  it('separates by commas, ends with CR LF, and leaves a cell empty where there is nothing', () => {
    expect(csvRow(['凶', 84, undefined, 0.168])).toBe('凶,84,,0.168\r\n');
  });

  it('quotes what has commas, quotes or line ends in it', () => {
    expect(csvRow(['a,b', 'say "no"', 'two\nlines', 'cr\rlf', ' blank '])).toBe(
      '"a,b","say ""no""","two\nlines","cr\rlf", blank \r\n',
    );
  });

  it('makes texts harmless that a spreadsheet would take for a formula', () => {
    expect(csvRow(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '＝1', '=HYPERLINK("x","y")'])).toBe(
      `'=1+1,'+1+1,'-1+1,'@SUM(A1),'＝1,"'=HYPERLINK(""x"",""y"")"\r\n`,
    );
    expect(csvRow(['\t=1', '\r=1', '\n=1'])).toBe(`'\t=1,"'\r=1","'\n=1"\r\n`);
  });

  it('leaves numbers what they are, even those that are texts', () => {
    expect(csvRow([-5, -2.5e-7, '-5', '+81', '-2.5e-7'])).toBe('-5,-2.5e-7,-5,+81,-2.5e-7\r\n');
    expect(csvRow(['-', '-5 apples', '+81 90'])).toBe("'-,'-5 apples,'+81 90\r\n");
  });
});
