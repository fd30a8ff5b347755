import { join } from 'node:path';
import type { LauncherDatabase } from './database';
import { Service } from './service';
import { noteAddress } from './start-once.mjs';

/** Keeps web, worker and database running, and stops them in this order. */
export class Supervisor {
  readonly services: Service[] = [];
  readonly #stopping = new AbortController();
  #database: Promise<LauncherDatabase> | undefined;
  #stopped: Promise<void> | undefined;

  constructor(readonly dataDir: string) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void this.#interrupted());
  }

  /** Aborted as soon as the launcher is told to stop: longer work gives up then. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Where people find the web pages. */
  get address(): string {
    return process.env.APP_URL || `http://localhost:${process.env.PORT}`;
  }

  /** Waits for a database that is being started; it is stopped with the rest, also when told so in the middle of it. */
  async watch(starting: Promise<LauncherDatabase>): Promise<LauncherDatabase> {
    this.#database = starting;
    const database = await starting;
    database.onMoved(() => Promise.all(this.services.map((service) => service.restart())));
    return database;
  }

  startWeb(dev: boolean): void {
    noteAddress(this.address);
    const where = ['-p', process.env.PORT!, '-H', process.env.HOST || '127.0.0.1'];
    const next = ['--import', './scripts/launch/caller-socket.mjs', 'node_modules/next/dist/bin/next'];
    this.#start('web', [...next, dev ? 'dev' : 'start', ...where], dev);
  }

  startWorker(dev: boolean): void {
    this.#start(
      'worker',
      [...(dev ? ['--watch', '--watch-preserve-output'] : []), '--import', 'tsx', 'workers/main.ts'],
      dev,
    );
  }

  #start(name: string, args: string[], visible: boolean): void {
    const log = join(this.dataDir, 'logs', `${name}.log`);
    this.services.push(new Service({ name, args, log, visible }));
  }

  stop(): Promise<void> {
    this.#stopped ??= (async () => {
      this.#stopping.abort();
      await Promise.all(this.services.map((service) => service.stop()));
      const database = await this.#database?.catch(() => undefined);
      await database?.stop();
    })();
    return this.#stopped;
  }

  async #interrupted(): Promise<void> {
    if (this.#stopped) return;
    console.log('\nStopping …');
    await this.stop();
    console.log('Stopped.');
    process.exit(0);
  }
}
