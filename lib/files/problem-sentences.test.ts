import { describe, expect, it } from 'vitest';
import { parseCodes } from '@/lib/values/parsed';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import { fileProblemCodes } from './file-problem';
import { rowProblemCodes } from './table';

describe.each([
  ['English', en],
  ['Chinese', zh],
])('%s', (_language, messages) => {
  const errors: Record<string, string> = messages.errors;
  const problems: Record<string, string> = messages.problems;

  it('has a sentence for everything that can be wrong with a file, a row or a cell', () => {
    expect(fileProblemCodes.filter((code) => !errors[`file_${code}`])).toEqual([]);
    expect([...rowProblemCodes, ...parseCodes].filter((code) => !problems[code])).toEqual([]);
  });
});
