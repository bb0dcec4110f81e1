import { defineConfig } from 'vitest/config';

// On a machine that is busy with other things a test may take its time: only what never ends has failed.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
