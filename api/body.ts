import type { z } from 'zod';
import type { Upload } from '@/domain/ingest/uploads';

/** A JSON document, read whole, so it is kept small. */
export interface JsonBody<S extends z.ZodType = z.ZodType> {
  kind: 'json';
  schema: S;
}

/** A form with one file and a few JSON texts beside it. The file goes to the store as it comes, never into memory. */
export interface FormBody<F extends z.ZodObject = z.ZodObject> {
  kind: 'form';
  /** The other parts by name; each is a JSON text. */
  fields: F;
}

/** The body itself is the file. */
export interface FileBody {
  kind: 'file';
  /** Media type → ending of the stored file's name. */
  media: Readonly<Record<string, string>>;
}

export type Body = JsonBody | FormBody | FileBody;

export type BodyValue<B> =
  B extends JsonBody<infer S>
    ? z.output<S>
    : B extends FormBody<infer F>
      ? { upload: Upload; fields: z.output<F> }
      : B extends FileBody
        ? { upload: Upload }
        : undefined;

export const json = <S extends z.ZodType>(schema: S): JsonBody<S> => ({ kind: 'json', schema });
export const form = <F extends z.ZodObject>(fields: F): FormBody<F> => ({ kind: 'form', fields });
export const file = (media: Record<string, string>): FileBody => ({ kind: 'file', media });
