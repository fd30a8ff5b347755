import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What each room may import besides itself; the plan of the house is in docs. Rooms that are not named may import all. */
const mayImport: Record<string, string[]> = {
  lib: [],
  messages: [],
  records: ['lib'],
  connectors: ['lib', 'records'],
  kpis: ['lib', 'records'],
  roadmap: ['lib', 'records', 'kpis'],
  db: ['lib', 'records'],
  'db/seed': ['lib', 'records', 'connectors', 'kpis', 'roadmap', 'db', 'domain'],
  emails: ['lib', 'kpis', 'roadmap', 'messages', 'i18n'],
  domain: ['lib', 'records', 'connectors', 'kpis', 'roadmap', 'db', 'emails', 'messages', 'i18n'],
  workers: ['lib', 'records', 'connectors', 'kpis', 'roadmap', 'db', 'domain', 'messages'],
  'workers/desk': ['lib', 'domain', 'workers'],
  'workers/leaving': ['workers'],
  components: ['lib', 'messages'],
  i18n: ['lib', 'messages'],
  auth: ['lib', 'db', 'domain'],
  api: ['lib', 'records', 'connectors', 'kpis', 'roadmap', 'domain', 'messages'],
  app: [
    'lib',
    'records',
    'connectors',
    'kpis',
    'roadmap',
    'domain',
    'components',
    'messages',
    'api',
    'auth',
    'i18n',
    'workers/desk',
  ],
  cli: [
    'api',
    'lib',
    'records',
    'connectors',
    'kpis',
    'roadmap',
    'db',
    'db/seed',
    'domain',
    'messages',
    'i18n',
    'workers/leaving',
  ],
};

const innerRooms = Object.keys(mayImport).filter((room) => room.includes('/'));

/** Packages and globals that only one place may touch. */
const onlyIn: { what: string; pattern: RegExp; places: RegExp }[] = [
  { what: 'bullmq', pattern: /from '(bullmq)(\/|')/, places: /^workers\/queue/ },
  { what: '@tremor/react', pattern: /from '@tremor\/react/, places: /^components\/charts\// },
  {
    what: 'next/link (a plain <a> is enough, see components/shell/navigation.tsx)',
    pattern: /from 'next\/link'/,
    places: /^scripts\/architecture/,
  },
  { what: 'stripe', pattern: /from 'stripe'/, places: /^domain\/billing\/|^scripts\/architecture/ },
  {
    what: 'the cookies of a request',
    pattern: /\bcookies\b[^;]*from 'next\/headers'/,
    places: /^app\/access\/host-cookie\.ts$|^i18n\/request\.ts$/,
  },
  {
    what: 'process.env',
    pattern: /\bprocess\.env\b/,
    places: /^lib\/env\.ts$|^scripts\/|^[^/]+\.config\.(ts|mjs)$|^e2e\//,
  },
  { what: 'the wall clock', pattern: /\bDate\.now\(|\bnew Date\(\)/, places: /^lib\/clock\.ts$|^scripts\/|^e2e\// },
];

const drawers = /(^|\/)(utils?|helpers?|common|types|misc)(\.tsx?$|\/)/;

export type SourceFile = { path: string; text: string };

/** The room that a file is in. */
function roomOf(path: string): string {
  const inner = innerRooms.find((room) => path.startsWith(`${room}/`));
  return inner ?? path.split('/')[0]!;
}

/** The project paths that a file imports, without extension; packages are left out. */
function importsOf(file: SourceFile): string[] {
  const quoted = file.text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'((?:@\/|\.\.?\/)[^']+)'/g);
  return [...quoted].map(([, target]) =>
    target!.startsWith('@/') ? normalize(target!.slice(2)) : normalize(join(dirname(file.path), target!)),
  );
}

/** Where the house's plan is broken, a sentence each. Tests, and `test-*` files that only tests use, may import anything. */
export function findBreaches(files: SourceFile[]): string[] {
  const breaches: string[] = [];
  for (const file of files) {
    if (drawers.test(file.path)) breaches.push(`${file.path} is a drawer: name it after the one thing in it.`);
    if (/\.test\.tsx?$|(^|\/)test-[^/]+\.tsx?$/.test(file.path)) continue;
    const room = roomOf(file.path);
    for (const target of importsOf(file)) {
      // Seeds are a room apart for those who import them; digests are to others a part of the domain.
      const inner = innerRooms.find(
        (one) => target.startsWith(`${one}/`) && (one === 'db/seed' || mayImport[room]?.includes(one)),
      );
      const other = inner ?? target.split('/')[0]!;
      const own = other === room || other === room.split('/')[0];
      if (!mayImport[room] || own || !(other in mayImport || other === 'scripts')) continue;
      if (!mayImport[room].includes(other))
        breaches.push(`${file.path} imports ${target}: ${room} must not know ${other}.`);
    }
    for (const { what, pattern, places } of onlyIn) {
      if (pattern.test(withoutComments(file.text)) && !places.test(file.path)) {
        breaches.push(`${file.path} uses ${what}, which only ${places.source} may.`);
      }
    }
  }
  return [...breaches, ...findCycles(files)];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function findCycles(files: SourceFile[]): string[] {
  const byName = new Map(files.map((file) => [file.path.replace(/\.(tsx?|m?js)$/, '').replace(/\/index$/, ''), file]));
  const done = new Set<SourceFile>();
  const cycles: string[] = [];
  const visit = (file: SourceFile, trail: SourceFile[]): void => {
    if (trail.includes(file)) {
      cycles.push(`A cycle: ${[...trail.slice(trail.indexOf(file)), file].map(({ path }) => path).join(' → ')}.`);
      return;
    }
    if (done.has(file)) return;
    for (const target of importsOf({ ...file, text: withoutTypeImports(file.text) })) {
      const next = byName.get(target.replace(/\.(tsx?|m?js)$/, ''));
      if (next) visit(next, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return cycles;
}

function withoutTypeImports(text: string): string {
  return text
    .replace(/\bimport type [^;]*;/g, '')
    .replace(/\bimport \{(\s*type \w+( as \w+)?,?)+\s*\} from [^;]*;/g, '');
}

function readSources(): SourceFile[] {
  const folders = readdirSync('.', { withFileTypes: true }).filter(
    (entry) =>
      entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'docs', 'public'].includes(entry.name),
  );
  return folders.flatMap(({ name }) =>
    readdirSync(name, { recursive: true, encoding: 'utf8' })
      .map((path) => `${name}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.(tsx?|m?js)$/.test(path))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const breaches = findBreaches(readSources());
  for (const breach of breaches) console.error(breach);
  process.exit(breaches.length > 0 ? 1 : 0);
}
