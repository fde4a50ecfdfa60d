import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // The size that matters is what the first page loads: `npm run bench` measures it.
    chunkSizeWarningLimit: 2000,
    // Half of the packages say "use client", which means nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  worker: { format: 'es' },
  server: {
    port: 5173,
    strictPort: false,
    proxy: { '/api': `http://127.0.0.1:${process.env.KUJI_DEV_PORT ?? '8787'}` },
  },
});
