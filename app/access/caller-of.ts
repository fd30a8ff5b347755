import { headers } from 'next/headers';
import { callerAddress } from '@/lib/caller-address';

/** The network address that this request came from, when known. */
export const callerOf = async (): Promise<string | null> => callerAddress(await headers());
