import type { Locale } from '@/domain/sentence';
import type { Title } from '@/records/record';

/** An option `--name VALUE`, or a switch `--name` when it takes no value. */
export interface Option {
  /** What stands for the value in the help, such as FILE; none for a switch. */
  value?: string;
  summary: Title;
  required?: boolean;
}

/** A word without dashes. */
export interface Argument {
  name: string;
  summary: Title;
  many?: boolean;
}

/** What a command answers: `data` for machines, `lines` for people. A failed one ends with exit code 1. */
export interface Result {
  data: unknown;
  lines: string[];
  failed?: boolean;
}

export interface Input {
  /** Given options by name; a required one is always there. */
  options: Readonly<Record<string, string | undefined>>;
  switches: ReadonlySet<string>;
  args: readonly string[];
  locale: Locale;
  /** Says how it goes on, to people only and beside the result. */
  note(text: string): void;
}

/** One command of the operator's command line. Parsing, usage and help derive from it. */
export interface Command {
  noun: string;
  verb: string;
  summary: Title;
  options?: Readonly<Record<string, Option>>;
  argument?: Argument;
  run(input: Input): Promise<Result>;
}

/** Declares a command. */
export const command = (declaration: Command): Command => declaration;

/** The command was not written as it must be; exit code 2. */
export class UsageError extends Error {}

/** The one language of a title. */
export const say = (title: Title, locale: Locale): string => (locale === 'zh-CN' ? title.zh : title.en);
