import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .sort();
}

/** The address that a file of app/ answers: groups in brackets are no part of it. */
const addressOf = (file: string): string =>
  file
    .replace(/^app/, '')
    .replace(/\/(page|route)(\.tsx?)?$/, '')
    .replaceAll(/\/\([^)]*\)/g, '') || '/';

/** Every page, by its address. */
export const pages = (): string[] =>
  filesOf('app')
    .filter((name) => /\/page\.tsx?$/.test(name))
    .map(addressOf);

/** Every route handler, as `METHOD address`. */
export function routes(): string[] {
  return filesOf('app')
    .filter((name) => /\/route\.tsx?$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
        new RegExp(`export[^;]*\\b${method}\\b`).test(text),
      );
      return methods.map((method) => `${method} ${addressOf(name)}`);
    });
}

/** Every function that a browser can call by its number, as `file#name`; one inside a component is named `$n`. */
export function actions(): string[] {
  return filesOf('app').flatMap((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    if (/^['"]use server['"]/m.test(text)) {
      const exported = [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, one]) => one!);
      return exported.map((one) => `${name}#${one}`);
    }
    const inside = [...text.matchAll(/^\s+['"]use server['"]/gm)];
    return inside.map((_, n) => `${name}#$${n}`);
  });
}

export interface BuiltAction {
  id: string;
  /** An address pattern of a page that carries it. */
  page: string;
}

/** What the build made of the actions: the number by which each is called, and where. */
export function builtActions(dev: boolean): Map<string, BuiltAction> {
  const folder = `.next/${dev ? 'dev/' : ''}server/app`;
  const found = new Map<string, BuiltAction>();
  for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('server-reference-manifest.json')) continue;
    const { node } = JSON.parse(readFileSync(join(root, folder, file), 'utf8')) as {
      node: Record<string, { workers: Record<string, unknown>; exportedName: string; filename: string }>;
    };
    for (const [id, { workers, exportedName, filename }] of Object.entries(node)) {
      const page = Object.keys(workers).find((name) => name.endsWith('/page'));
      if (!page) continue;
      const name = exportedName.replace('$$RSC_SERVER_ACTION_', '$');
      found.set(`${filename}#${name}`, { id, page: addressOf(page) });
    }
  }
  return found;
}
