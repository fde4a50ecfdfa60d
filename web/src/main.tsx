import './ui/mantine-styles.ts';
import './ui/tokens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { askBuild } from './data/ask-build.ts';
import { watchOutdated } from './data/watch-outdated.ts';
import { PageShell } from './page-shell.tsx';
import { cssVariablesResolver, theme } from './ui/theme.ts';
import { WordsProvider } from './ui/words/words-provider.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } });
watchOutdated(window, queryClient, () => askBuild(queryClient));
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <WordsProvider>
          <PageShell>
            <App />
          </PageShell>
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
