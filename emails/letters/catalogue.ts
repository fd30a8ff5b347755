import type { LetterKind } from './letter';
import { verifyAddress } from './verify-address';

// Each letter fits its own props alone; by the name that waits with the props the two find each other again.
const letters = [verifyAddress] as const;

export const letterByName: ReadonlyMap<string, LetterKind> = new Map(
  letters.map((letter): [string, LetterKind] => [letter.name, letter as unknown as LetterKind]),
);
