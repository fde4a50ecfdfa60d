export const picture = {
  label: 'Picture',
  copyPng: 'Copy as PNG',
  savePng: 'Save as PNG',
  saveSvg: 'Save as SVG',
  copied: 'Copied',
  failed: 'The browser did not allow it',
};
