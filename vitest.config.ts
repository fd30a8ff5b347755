import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@/': fileURLToPath(new URL('./', import.meta.url)) } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    globalSetup: 'db/test-cluster.ts',
    exclude: [...configDefaults.exclude, 'e2e/**', '.data/**', '.next/**'],
    // It imports next/server without the ending that Node wants there.
    server: { deps: { inline: ['next-auth'] } },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    // Nothing of the developer's own settings reaches a test; empty ones count as not set.
    env: {
      AUTH_SECRET: 'the-secret-of-all-tests-and-of-nothing-else',
      ENCRYPTION_KEY: 'the-key-of-all-tests-and-of-nothing-else-it',
      FAIRWAY_DATA_DIR: '.data/test',
      DATABASE_URL: '',
      REDIS_URL: '',
      SMTP_URL: '',
      APP_URL: '',
      PORT: '',
      HOST: '',
      MAIL_FROM: '',
      ALLOW_PRIVATE_NETWORK: '',
      DNS_SERVERS: '',
      LOG_LEVEL: 'error',
      TZ: 'America/St_Johns',
    },
  },
});
