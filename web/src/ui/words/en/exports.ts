export const exports = {
  label: 'Export',
  saveCsv: 'CSV',
  saveCsvHint: 'Save this table as CSV',
};
