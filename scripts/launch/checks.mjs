import { spawn } from 'node:child_process';

const tool = (path) => `node_modules/${path}`;

const next = tool('next/dist/bin/next');

/** Each is one thing that must hold of the source; none needs a service. */
const checks = [
  { name: 'format and lint', args: [tool('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '--max-diagnostics=50'] },
  { name: 'types', before: [next, 'typegen'], args: [tool('typescript/bin/tsc'), '--noEmit', '--pretty', 'false'] },
  { name: 'architecture', args: ['--import', 'tsx', 'scripts/architecture.ts'] },
  { name: 'messages in both languages', args: ['--import', 'tsx', 'scripts/messages.ts'] },
];

/** @param {string[]} args @returns {Promise<{ ok: boolean, output: string }>} */
function run(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: output.trimEnd() }));
  });
}

/** Runs all checks at once and tells of each; a check counts as one test. */
export async function runChecks() {
  const results = await Promise.all(
    checks.map(async ({ name, before, args }) => {
      if (before) await run(before); // what it could not make is missed by the check itself
      const { ok, output } = await run(args);
      console.log(`${ok ? '✓' : '✗'} ${name}${ok || !output ? '' : `\n${output}\n`}`);
      return ok;
    }),
  );
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
}
