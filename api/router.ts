import { operations } from './catalogue';
import type { Operation } from './operation';

export const basePath = '/api/v1';

export type Match =
  | { found: true; operation: Operation; params: Record<string, string> }
  | { found: false; allowed: string[] };

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [n, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) {
      try {
        params[name] = decodeURIComponent(given[n]!);
      } catch {
        return null;
      }
    } else if (part !== given[n]) return null;
  }
  return params;
}

/** The operation for a method and a path below /api/v1; `allowed` lists the methods that the path has otherwise. */
export function match(method: string, pathname: string): Match {
  const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length).replace(/\/$/, '') : '';
  const allowed: string[] = [];
  for (const operation of operations) {
    const params = paramsOf(operation.path, path);
    if (!params) continue;
    if (operation.method === (method === 'HEAD' ? 'GET' : method)) return { found: true, operation, params };
    allowed.push(operation.method);
  }
  return { found: false, allowed };
}
