import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { catalogues } from './build/catalogues.ts';
import { frozenPrototypes } from './build/frozen-prototypes.ts';

export default defineConfig({
  plugins: [
    react(),
    catalogues(),
    frozenPrototypes(),
    // The widgets' own words: in the languages of the app only.
    optimizeLocales.vite({ locales: ['en-US', 'ar-AE'] }),
  ],
  resolve: {
    alias: { '@': resolve(import.meta.dirname, 'src') },
  },
  build: {
    target: ['es2022', 'safari16'],
    // Strict CSP: fonts and pictures stay files, nothing is inlined as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Every file of the start is a round trip to the core: one style sheet, and one file for what views share.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } },
  },
  worker: { format: 'es' },
  clearScreen: false,
  server: { strictPort: true },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});
