/** Development dependencies that end up in the built pages, and so reach whoever opens them. */
export const PAGE_PACKAGES = [
  '@fontsource-variable/inter',
  '@mantine/core',
  '@mantine/hooks',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'react',
  'react-dom',
  'recharts',
  'wouter',
] as const;
