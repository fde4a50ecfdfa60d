export const inWhere = {
  noInterval: 'One trace on a side: the mean has no interval, and no row is a finding.',
  fewTraces: 'Fewer than 6 traces on a side: the intervals rest on too few, and no row is a finding.',
  saveCsvHint: 'Save these rows as CSV',
  path: 'path from the root',
  allRows: 'all rows together',
  others: (rows: string) => `the other ${rows} rows`,
  more: 'more',
  less: 'less',
  most: 'most of the difference',
};
