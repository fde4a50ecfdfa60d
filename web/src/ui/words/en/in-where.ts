export const inWhere = {
  noInterval: 'One trace on a side: the mean has no interval, and no row is a finding.',
  fewTraces: 'Fewer than 6 traces on a side: the intervals rest on too few, and no row is a finding.',
  saveCsvHint: 'Save these rows as CSV',
  path: 'path from the root',
  allRows: 'all rows together',
  more: 'more',
  less: 'less',
  most: 'most of the difference',
  further: (rows: string) => `${rows} more rows in the table`,
  picture: (a: string, b: string) => `Where the difference is: ${a} minus ${b}`,
};
