/** Of the API that is asked at `url`; `other` is the page that tells the version. */
export function dialectOfUrl({ pathname }: URL): 'v3' | 'legacy' | 'other' {
  if (pathname.includes('/api/v3/')) return 'v3';
  return pathname.includes('/api/') ? 'legacy' : 'other';
}
