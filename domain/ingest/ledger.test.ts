import { expect, it } from 'vitest';
import { Ledger } from './ledger';

it('counts each text by itself, through every growth', () => {
  const ledger = new Ledger();
  for (let round = 1; round <= 3; round++)
    for (let i = 0; i < 150_000; i++) if (ledger.add(`N${i}|sku ${i % 97}|2|9.9`) !== round) expect.fail(`text ${i}`);
});

it('counts one text as often as a file may repeat it', () => {
  const ledger = new Ledger();
  let last = 0;
  for (let i = 0; i < 70_000; i++) last = ledger.add('L|1|A|1|2');
  expect(last).toBe(70_000);
  expect(ledger.add('L|1|A|1|3')).toBe(1);
});
