import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { runVisible } from './run-visible.mjs';
import { emptyTrialData, freePort, startTrial, trialDataDir, trialEnvironment } from './trial-start.mjs';

const report = join(root, '.data', 'test-results', 'playwright.json');

/**
 * Runs the browser journeys against a Fairway started for them, from an empty data folder.
 * @param {string} browser path of a Chromium or Chrome
 */
export async function runJourneys(browser) {
  rmSync(report, { force: true });
  await emptyTrialData();
  const port = await freePort();
  const fairway = startTrial(port);
  try {
    if (!(await fairway.ready())) return { passed: 0, failed: 1 };
    const code = await runVisible(['node_modules/@playwright/test/cli.js', 'test'], {
      ...trialEnvironment(port),
      E2E_URL: fairway.url,
      E2E_DATA_DIR: trialDataDir,
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
