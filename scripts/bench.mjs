// Benchmarks, each a ratio from one run. Brings up a database of its own under .data/bench, then hands over to scripts/bench.
import './launch/node-version.mjs';

process.env.FAIRWAY_DATA_DIR ||= '.data/bench';
const { fail } = await import('./launch/start-once.mjs');
try {
  const { prepareEnvironment } = await import('./launch/environment.mjs');
  const { dataDir } = prepareEnvironment();
  const { ensureInstalled } = await import('./launch/install.mjs');
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  const { bench } = await import('./bench/main.ts');
  process.exit(await bench(dataDir, process.argv.slice(2)));
} catch (error) {
  fail(error);
}
