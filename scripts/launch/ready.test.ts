import { expect, test } from 'vitest';
import { whatIsMissing } from './ready';

test('a start that waits names the parts it waits for', () => {
  const ok = { ok: true };
  const checks = { database: ok, migrations: ok, queue: { ok: false, detail: 'ECONNREFUSED' }, worker: { ok: false } };
  expect(whatIsMissing(JSON.stringify({ status: 'not_ready', checks }))).toBe(
    'waiting for queue: ECONNREFUSED, worker',
  );
});

test('what is no such answer is told as it is', () => {
  expect(whatIsMissing('<html>starting</html>')).toBe('<html>starting</html>');
});
