import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig } from 'vite';

/** Puts a compressed twin beside each larger text, so that the server has nothing to compress. */
const compressed = {
  name: 'compressed',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle)) {
      const content = Buffer.from(output.type === 'chunk' ? output.code : output.source);
      if (content.length > 1024 && !/\.(woff2?|png|br)$/.test(output.fileName)) {
        const source = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
        this.emitFile({ type: 'asset', fileName: `${output.fileName}.br`, source });
      }
    }
  },
};

export default defineConfig({
  // Relative, because the host decides where the endpoint is.
  base: './',
  plugins: [compressed],
  // The server's page names these two files; the others carry a hash of their content.
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
        entryFileNames: 'ide.js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: ({ names }) => (names.some((name) => name.endsWith('.css')) ? 'ide.css' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
  worker: { format: 'es' },
});
