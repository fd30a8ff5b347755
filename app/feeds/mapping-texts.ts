import type { Reader } from '@/app/shell/reader';

const keys = [
  'target',
  'columns',
  'column',
  'example',
  'field',
  'notInFile',
  'constant',
  'required',
  'formats',
  'timezone',
  'dateFormat',
  'dateFormatHint',
  'decimal',
  'decimalPoint',
  'decimalComma',
  'nonProduct',
  'nonProductHint',
  'countryNames',
  'countryNamesHint',
  'encoding',
  'separator',
  'headerLine',
  'headerLineHint',
  'preview',
  'line',
  'problems',
  'update',
  'noPreview',
  'working',
] as const;

/** The texts of the mapping's form, which is drawn in the browser. */
export type MappingTexts = Record<(typeof keys)[number], string> & {
  /** With `{field}`. */
  columnFor: string;
  constantFor: string;
  /** With `{value}`. */
  auto: string;
  /** With `{good}` and `{all}`. */
  previewText: string;
  /** With `{count}`. */
  more: string;
  suggested: string;
  missing: string;
  saved: string;
};

export function mappingTexts({ t }: Reader): MappingTexts {
  const texts = Object.fromEntries(keys.map((key) => [key, t(`importPage.${key}`)])) as MappingTexts;
  return {
    ...texts,
    columnFor: t('importPage.columnFor', { field: '{field}' }),
    constantFor: t('importPage.constantFor', { field: '{field}' }),
    auto: t('importPage.auto', { value: '{value}' }),
    previewText: t('importPage.previewText', { good: '{good}', all: '{all}' }),
    more: t('importPage.moreFields', { count: '{count}' }),
    suggested: t('importPage.columnsSuggested'),
    missing: t('importPage.columnsMissing'),
    saved: t('importPage.columnsSaved'),
  };
}
