import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { OperatorError } from './operator-error.mjs';
import { step } from './progress.mjs';
import { runLogged } from './run-logged.mjs';

/** @param {string} program @returns {string | null} */
function onPath(program) {
  try {
    return execFileSync('which', [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}

function installed() {
  const known = [
    process.env.CHROMIUM_PATH,
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return known.find((path) => path && existsSync(path)) ?? null;
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/** The path of a Chromium or Chrome, which is installed where there is none. */
export async function ensureBrowser() {
  const there = installed() ?? (await playwrights());
  if (there) return there;
  const log = join(root, '.data', 'logs', 'browser.log');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('Installing a browser for the tests', async () => {
    if (process.getuid?.() === 0 && onPath('apt-get')) {
      await runLogged('apt-get', ['update'], { log, env, what: 'apt-get update' });
      const args = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-noto-cjk'];
      await runLogged('apt-get', args, { log, env, what: 'Installing chromium' });
    } else {
      const args = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
      await runLogged(process.execPath, args, { log, env, what: 'Installing chromium for Playwright' });
    }
  });
  const found = installed() ?? (await playwrights());
  if (found) return found;
  throw new OperatorError(
    'No browser for the tests was found or could be installed: install Chromium or Chrome, or set CHROMIUM_PATH.',
  );
}
