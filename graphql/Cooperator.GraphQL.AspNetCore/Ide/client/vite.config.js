import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig } from 'vite';

/** Puts a compressed twin beside each larger text, so that the server has nothing to compress. */
const compressed = {
  name: 'compressed',
  // Once everything is written: until then other steps still change the texts.
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((name) => /\.(js|css|ttf)$/.test(name))) {
      const content = readFileSync(join(dir, name));
      if (content.length > 1024) {
        const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, options));
      }
    }
  },
};

export default defineConfig({
  // Relative, because the host decides where the endpoint is.
  base: './',
  plugins: [compressed],
  build: {
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 8000,
    rollupOptions: {
      input: 'src/main.js',
      // Marks of a server framework, which this is not.
      onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
      output: {
        // The server's page names ide.js and ide.css; the others carry a hash of their content.
        entryFileNames: 'ide.js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? 'ide.css' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  worker: { format: 'es' },
});
