import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { step } from './progress.mjs';
import { runLogged } from './run-logged.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.fairway-installed');
const unfinished = join(modules, '.fairway-installing');

function wanted() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

/** Installs the packages when they are missing, or are not the ones that package.json and its lock ask for. */
export async function ensureInstalled() {
  const hash = wanted();
  if (!existsSync(unfinished) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await step('Installing packages', async () => {
    // An install that was killed leaves packages with missing files, which npm takes for complete.
    if (existsSync(unfinished)) rmSync(modules, { recursive: true, force: true });
    mkdirSync(modules, { recursive: true });
    rmSync(stamp, { force: true });
    writeFileSync(unfinished, '');
    // "npm ci" insists on the optional packages of other platforms; --no-save leaves the lock as it is.
    const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'];
    const options = {
      log: join(process.env.FAIRWAY_DATA_DIR || join(root, '.data'), 'logs', 'install.log'),
      what: 'npm install',
    };
    const npm = process.env.npm_execpath;
    if (npm?.endsWith('.js')) await runLogged(process.execPath, [npm, ...args], options);
    else await runLogged('npm', args, options);
    writeFileSync(stamp, hash);
    rmSync(unfinished);
  });
}
