import { mappingSchema } from '@/domain/ingest/mapping';

/** How the columns of a file become the fields of records. */
export const Mapping = mappingSchema.strict().meta({ id: 'Mapping' });

/** A mapping that leaves some of it to suggestion. */
export const PartialMapping = mappingSchema.strict().partial().meta({ id: 'PartialMapping' });
