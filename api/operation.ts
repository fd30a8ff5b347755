import type { z } from 'zod';
import type { Permission } from '@/domain/permissions';
import type { Locale } from '@/domain/sentence';
import type { Access } from '@/domain/tenants/access';
import type { Work } from '@/domain/work';
import type { Body, BodyValue } from './body';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** An answer beside the usual one: another status with JSON, or a stream of text. */
export interface Variant {
  status: number;
  summary: string;
  schema?: z.ZodType;
  /** Media types of a streamed answer. */
  media?: readonly string[];
}

/** A reply that is not simply the declared status with the declared JSON. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body?: unknown,
    readonly headers: Record<string, string> = {},
  ) {}
}

/** Text that is made while it is sent, outside the transaction that decided on it: a slow reader holds no connection. */
export class Streamed {
  constructor(
    readonly contentType: string,
    readonly text: (access: Access) => AsyncIterable<string>,
    readonly fileName: string,
  ) {}
}

export interface Input<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** Language of sentences in the answer. */
  locale: Locale;
}

/** One thing that the API can do. Routing, checks, documentation and the wall suite derive from it. */
export interface Declaration<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends Body | undefined,
  R extends z.ZodType | undefined,
> {
  /** Noun and verb; the operationId of the OpenAPI document. */
  id: string;
  method: Method;
  /** Below /api/v1, with parameters in braces: /feeds/{id}. */
  path: `/${string}`;
  summary: string;
  permission: Permission;
  params?: P;
  query?: Q;
  body?: B;
  /** Of the usual answer. */
  status: number;
  /** JSON of the usual answer; nothing for 204. */
  response?: R;
  variants?: readonly Variant[];
  /** A POST that changes nothing keeps no answer for its Idempotency-Key. */
  changesNothing?(query: z.output<Q>): boolean;
  /** What is kept of an answer for a repeat with the same Idempotency-Key: all but what is shown once. */
  kept?(answer: R extends z.ZodType ? z.input<R> : undefined): unknown;
  /** Runs before a body of many bytes is read, in a transaction of its own, to refuse early. */
  admit?(work: Work, input: { params: z.output<P>; query: z.output<Q> }): Promise<unknown>;
  run(
    work: Work,
    input: Input<z.output<P>, z.output<Q>, BodyValue<B>>,
  ): Promise<(R extends z.ZodType ? z.input<R> : undefined) | Reply | Streamed>;
}

/** A declaration whose types have done their work. */
export type Operation = Omit<
  Declaration<z.ZodObject, z.ZodObject, Body, z.ZodType>,
  'run' | 'admit' | 'changesNothing' | 'kept'
> & {
  kept?(answer: unknown): unknown;
  changesNothing?(query: unknown): boolean;
  admit?(work: Work, input: { params: unknown; query: unknown }): Promise<unknown>;
  run(work: Work, input: Input<unknown, unknown, unknown>): Promise<unknown>;
};

/** Declares an operation. */
export const operation = <
  P extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends Body | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
>(
  declaration: Declaration<P, Q, B, R>,
): Operation => declaration as unknown as Operation;
