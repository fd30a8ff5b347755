import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { fewAtOnce } from '@/lib/few-at-once';

// argon2id (the library's default kind) with the parameters that OWASP advises for a server: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// One is 20 to 40 ms of a processor: without a limit a morning's sign-ins, or one who guesses, would stop everybody's pages.
const inTurn = fewAtOnce(Math.max(1, Math.floor(availableParallelism() / 2)));

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let decoy: Promise<string> | undefined;

/** Whether the password is the one that was hashed. Without a hash it takes as long and is always wrong. */
export async function matchesHash(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const known = stored ?? (await decoy);
  const right = await inTurn(() => verify(known, password)).catch(() => false);
  return stored !== null && right;
}
