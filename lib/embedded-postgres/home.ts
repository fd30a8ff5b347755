import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { type Binaries, binariesFolder, copiedBinaries, installedBinaries } from '@/lib/embedded-postgres/binaries';
import { canReach, type ServerUser, serverUser } from '@/lib/embedded-postgres/server-user';

/** What is remembered about a cluster between starts, in `postgres.json` of the data folder. */
type Remembered = { cluster: string; port: number; password: string };

export type Home = Remembered & {
  dataDir: string;
  binaries: Binaries;
  user: ServerUser | null;
  /** Where the server writes what it has to say. */
  log: string;
  remember(change: Partial<Remembered>): void;
};

/** As root in a folder closed to others (such as /root), programs and cluster live here. */
const OPEN_PLACE = '/var/lib/fairway';

/**
 * Where programs and cluster of this data folder are, and who runs them. Nothing is started.
 * Error: the data folder cannot be written, or a cluster is there whose password is lost.
 */
export function openHome(folder: string): Home {
  const dataDir = realpathSync(folder);
  const file = join(dataDir, 'postgres.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Remembered) : null;

  let user = serverUser();
  const binaries = user && !canReach(binariesFolder(), user) ? copiedBinaries(OPEN_PLACE) : installedBinaries();
  // The major version is part of the path: a newer program never touches an older one's files.
  const inside = join(dataDir, `postgresql-${binaries.major}`);

  if (known && !known.cluster.endsWith(`postgresql-${binaries.major}`)) {
    throw new Error(
      `The database ${known.cluster} was made by another major version of PostgreSQL than ${binaries.major}, which cannot read it: carry its data over with pg_dump and pg_restore, or move ${file} away to start with an empty database.`,
    );
  }
  let remembered = known;
  // A data folder that was moved or copied brings its cluster along; the one at the old place is not ours.
  if (remembered && existsSync(inside)) remembered = { ...remembered, cluster: inside };
  if (!remembered) {
    if (existsSync(inside)) {
      throw new Error(
        `The database folder ${inside} is there but its password file ${file} is not: put the file back, or move the folder away to start with an empty database.`,
      );
    }
    const cluster = user && !canReach(dataDir, user) ? outside(dataDir, binaries.major) : inside;
    remembered = { cluster, port: 0, password: randomBytes(24).toString('base64url') };
  }
  // A cluster that a plain user made is run as that user also when root starts it.
  const owner = statSync(remembered.cluster, { throwIfNoEntry: false });
  if (user && owner && owner.uid !== 0) user = { uid: owner.uid, gid: owner.gid };

  const home: Home = {
    ...remembered,
    dataDir,
    binaries,
    user,
    log: join(dataDir, 'postgres.log'),
    remember(change) {
      Object.assign(home, change);
      const { cluster, port, password } = home;
      writeFileSync(`${file}.new`, JSON.stringify({ cluster, port, password }, null, 2), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
  home.remember({});
  return home;
}

function outside(dataDir: string, major: string): string {
  // A fresh name each time: deleting the data folder means a fresh database, never the old one without its password.
  const folder = join(OPEN_PLACE, `${basename(dataDir).replace(/^\.+/, '')}-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(OPEN_PLACE, 0o755);
  chmodSync(folder, 0o755);
  writeFileSync(
    join(folder, 'README.txt'),
    `The database of ${dataDir}, whose folder is closed to the user it runs as.\n`,
  );
  return join(folder, `postgresql-${major}`);
}
