import { type ChildProcess, spawn } from 'node:child_process';
import { env } from '@/lib/env';

/** A worker in a process of its own, on a test's database. */
export interface WorkerProcess {
  /** What it wrote to its outputs so far. */
  said(): string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in good order; answers its exit code. */
  stop(): Promise<number | null>;
  running(): boolean;
}

/** Starts `workers/main.ts` as the launcher does. `parent`: with a channel whose end it takes for its parent's death. */
export function spawnWorker(
  db: { ownerUrl: string },
  settings: Record<string, string> = {},
): WorkerProcess & {
  child: ChildProcess;
} {
  const { AUTH_SECRET, ENCRYPTION_KEY, FAIRWAY_DATA_DIR } = env();
  const child = spawn(
    process.execPath,
    ['--import', './scripts/launch/exit-with-parent.mjs', '--import', 'tsx', 'workers/main.ts'],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        AUTH_SECRET,
        ENCRYPTION_KEY,
        FAIRWAY_DATA_DIR,
        DATABASE_URL: db.ownerUrl,
        LOG_LEVEL: 'info',
        FAIRWAY_LAUNCHER: String(process.pid),
        ...settings,
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    child,
    said: () => output,
    running: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
