import './launch/node-version.mjs';
import { fail } from './launch/start-once.mjs';

try {
  const { root } = await import('./launch/environment.mjs');
  process.chdir(root);
  const { ensureInstalled } = await import('./launch/install.mjs');
  await ensureInstalled();
  const { runChecks } = await import('./launch/checks.mjs');
  const { failed } = await runChecks();
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  fail(error);
}
