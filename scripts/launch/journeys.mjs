import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { runVisible } from './run-visible.mjs';

const dataDir = join(root, '.data', 'e2e');
const report = join(root, '.data', 'test-results', 'playwright.json');

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A real start of its own, from an empty data folder and with default settings. */
async function startFairway() {
  const { register } = await import('tsx/esm/api');
  register();
  const { removeEmbeddedPostgres } = await import('../../lib/embedded-postgres.ts');
  await removeEmbeddedPostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort();
  const unset = {
    DATABASE_URL: '',
    REDIS_URL: '',
    SMTP_URL: '',
    APP_URL: '',
    HOST: '',
    AUTH_SECRET: '',
    ENCRYPTION_KEY: '',
  };
  const launcher = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...unset, FAIRWAY_DATA_DIR: dataDir, PORT: String(port) },
  });
  const ended = new Promise((resolve) => launcher.once('close', () => resolve(false)));
  const ready = new Promise((resolve) => {
    launcher.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      if (text.includes('Fairway is ready')) resolve(true);
    });
  });
  const stop = async () => {
    launcher.kill('SIGINT');
    await ended;
  };
  return { url: `http://localhost:${port}`, ready: Promise.race([ready, ended]), stop };
}

/**
 * Runs the browser journeys against a Fairway started for them.
 * @param {string} browser path of a Chromium or Chrome
 */
export async function runJourneys(browser) {
  rmSync(report, { force: true });
  const fairway = await startFairway();
  try {
    if (!(await fairway.ready)) return { passed: 0, failed: 1 };
    const code = await runVisible(['node_modules/@playwright/test/cli.js', 'test'], {
      ...process.env,
      E2E_URL: fairway.url,
      E2E_DATA_DIR: dataDir,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: failed === 0 && (code !== 0 || stats.expected === 0) ? 1 : failed };
  } finally {
    await fairway.stop();
  }
}
