import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from './environment.mjs';

/** Where the Fairway that tests start keeps everything. */
export const trialDataDir = join(root, '.data', 'e2e');

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export async function emptyTrialData() {
  const { register } = await import('tsx/esm/api');
  register();
  const { removeEmbeddedPostgres } = await import('../../lib/embedded-postgres.ts');
  await removeEmbeddedPostgres(trialDataDir);
  rmSync(trialDataDir, { recursive: true, force: true });
}

const own = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'APP_URL', 'HOST', 'AUTH_SECRET', 'ENCRYPTION_KEY', 'MAIL_FROM'];

/** Default settings but for folder and port, whatever the surrounding shell has set. @param {number} port */
export function trialEnvironment(port) {
  const unset = Object.fromEntries(own.map((name) => [name, '']));
  // The identity provider of a journey stands on this machine.
  const allowed = { ALLOW_PRIVATE_NETWORK: 'true' };
  return { ...process.env, ...unset, ...allowed, FAIRWAY_DATA_DIR: trialDataDir, PORT: String(port) };
}

/**
 * A real start.
 * @param {number} port
 */
export function startTrial(port) {
  const launcher = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: trialEnvironment(port),
  });
  let output = '';
  const ended = new Promise((resolve) => launcher.once('close', (code) => resolve({ ready: false, code })));
  const ready = new Promise((resolve) => {
    for (const stream of [launcher.stdout, launcher.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        process.stdout.write(text.replace(/^(?=.)/gm, '  | '));
        if (output.includes('Fairway is ready')) resolve({ ready: true });
      });
    }
  });
  return {
    launcher,
    url: `http://localhost:${port}`,
    output: () => output,
    ready: async () => (await Promise.race([ready, ended])).ready,
    ended,
    async stop() {
      launcher.kill('SIGINT');
      return ended;
    },
  };
}
