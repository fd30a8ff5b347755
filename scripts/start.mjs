// Runs before anything is installed: plain JavaScript, Node's own modules only.
import './launch/node-version.mjs';

const { fail, onlyOnce } = await import('./launch/start-once.mjs');
try {
  const { prepareEnvironment } = await import('./launch/environment.mjs');
  const settings = prepareEnvironment();
  await onlyOnce(settings.dataDir);
  const { checkPort } = await import('./launch/port.mjs');
  await checkPort();
  const { ensureInstalled } = await import('./launch/install.mjs');
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  const { launch } = await import('./launch/main.ts');
  await launch({ dataDir: settings.dataDir, dev: process.argv.includes('--dev') });
} catch (error) {
  fail(error);
}
