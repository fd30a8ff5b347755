// Everything that shows that Fairway works, from a bare machine: checks, unit and integration tests, browser journeys.
import './launch/node-version.mjs';
import { fail } from './launch/start-once.mjs';

try {
  const { root } = await import('./launch/environment.mjs');
  process.chdir(root);
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const { ensureInstalled } = await import('./launch/install.mjs');
  await ensureInstalled();
  const { ensureBrowser } = await import('./launch/browser.mjs');
  const browser = await ensureBrowser();
  const { runChecks } = await import('./launch/checks.mjs');
  const { runVitest } = await import('./launch/vitest.mjs');
  const { runJourneys } = await import('./launch/journeys.mjs');
  const { runRecovery } = await import('./launch/recovery.mjs');

  const counts = [];
  for (const [name, run] of [
    ['Checks', runChecks],
    ['Unit and integration tests', runVitest],
    ['Browser journeys', () => runJourneys(browser)],
    ['Recovery after kill -9', runRecovery],
  ]) {
    console.log(`\n== ${name}`);
    counts.push({ name, ...(await run()) });
  }
  console.log('');
  for (const { name, passed, failed } of counts) console.log(`${name}: ${passed} passed, ${failed} failed.`);
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  process.exit(total('failed') > 0 || total('passed') === 0 ? 1 : 0);
} catch (error) {
  fail(error);
}
