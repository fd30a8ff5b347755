import type { MappingInput } from '@/domain/ingest/mapping';

/** A canonical record as the API takes it. */
export type Row = Record<string, string | number | boolean | null>;

/** Something that a feed is sent: finished records, or a file with its mapping. */
export type Load =
  | { kind: 'records'; record: string; rows: readonly Row[] }
  | { kind: 'file'; fileName: string; bytes: Buffer; mapping: MappingInput };

export interface FeedPlan {
  name: string;
  connector: 'file' | 'records';
  loads: readonly Load[];
}
