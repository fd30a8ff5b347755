import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { noteChild } from './start-once.mjs';

const LONGEST_PAUSE_SECONDS = 30;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

type Options = {
  name: string;
  /** Arguments for node. */
  args: string[];
  log: string;
  /** True: output goes to the terminal instead of the log file. */
  visible: boolean;
};

/** A child process that is started again whenever it dies, after a pause that grows while it keeps dying. */
export class Service {
  crashes = 0;
  #child: ChildProcess | undefined;
  #stopped = false;

  constructor(readonly options: Options) {
    this.#run();
  }

  /** The last lines of its log, for a person who must find out what is wrong. */
  lastWords(): string {
    if (this.options.visible) return '';
    return readFileSync(this.options.log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  }

  /** Ends it, its children included: asks first, and kills it when it has not gone after some seconds. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#end();
  }

  /** Ends it in good order and starts it again, with the present environment. */
  async restart(): Promise<void> {
    this.#stopped = true;
    await this.#end();
    this.#stopped = false;
    this.#run();
  }

  #run(): void {
    const output = this.options.visible ? 'inherit' : openLog(this.options.log);
    const child = spawn(process.execPath, ['--import', './scripts/launch/exit-with-parent.mjs', ...this.options.args], {
      // The input is a pipe that stays open: the development server ends when its input does.
      stdio: ['pipe', output, output, 'ipc'],
      env: { ...process.env, FAIRWAY_LAUNCHER: String(process.pid) },
      // A process group of its own: Ctrl-C reaches the launcher alone, which stops everything in order.
      detached: true,
    });
    if (typeof output === 'number') closeSync(output);
    child.on('error', () => {});
    child.once('exit', (code, signal) => this.#exited(signal ?? `exit code ${code}`));
    this.#child = child;
    noteChild(this.options.name, child, { leads: true });
  }

  #exited(how: string): void {
    this.#child = undefined;
    if (!this.#stopped) void this.#runAgain(how);
  }

  async #runAgain(how: string): Promise<void> {
    const pause = Math.min(2 ** this.crashes++, LONGEST_PAUSE_SECONDS);
    console.log(`! ${this.options.name} ended (${how}); starting it again in ${pause} s. Its log: ${this.options.log}`);
    await sleep(pause * 1000);
    if (this.#stopped || this.#child) return;
    this.#run();
    const started = this.#child;
    await sleep(60_000, undefined, { ref: false });
    if (this.#child === started) this.crashes = 0;
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (!child?.pid) return;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      try {
        process.kill(-child.pid, signal);
      } catch {
        return; // just gone
      }
      if (await Promise.race([exited.then(() => true), sleep(10_000, false, { ref: false })])) return;
    }
  }
}

function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
