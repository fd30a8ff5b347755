import { hash, verify } from '@node-rs/argon2';

// argon2id (the library's default kind) with the parameters that OWASP advises for a server: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Whether the password is the one that was hashed. Without a hash it takes as long and is always wrong. */
export async function matchesHash(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const right = await verify(stored ?? (await decoy), password).catch(() => false);
  return stored !== null && right;
}
