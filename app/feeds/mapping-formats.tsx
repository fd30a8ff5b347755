'use client';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import type { MappingTexts } from './mapping-texts';
import type { PreviewView } from './preview-view';

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252', 'iso-8859-1'];
const separators = [',', ';', '\\t', '|'];

/** How dates, numbers and names are written in the file, where that is not plain. */
export function MappingFormats({ view, texts }: { view: PreviewView; texts: MappingTexts }) {
  const { formats, recognised } = view;
  const auto = (value: string) => ({ value: '', label: texts.auto.replace('{value}', value || '–') });
  return (
    <details className="rounded-lg border border-line bg-surface px-5 py-3">
      <summary className="flex min-h-9 items-center rounded-xs text-sm font-medium text-brand">{texts.formats}</summary>
      <div className="mt-3 space-y-4 pb-2" key={view.target}>
        <TextInput name="timezone" label={texts.timezone} defaultValue={formats.timezone} spellCheck={false} />
        <TextInput
          name="dateFormat"
          label={texts.dateFormat}
          hint={texts.dateFormatHint}
          defaultValue={formats.dateFormat}
          spellCheck={false}
        />
        <Select
          name="decimal"
          label={texts.decimal}
          defaultValue={formats.decimal}
          options={[
            { value: '.', label: texts.decimalPoint },
            { value: ',', label: texts.decimalComma },
          ]}
        />
        <TextArea
          name="countryNames"
          label={texts.countryNames}
          hint={texts.countryNamesHint}
          defaultValue={formats.countryNames}
          rows={3}
        />
        <TextInput
          name="nonProductSkus"
          label={texts.nonProduct}
          hint={texts.nonProductHint}
          defaultValue={formats.nonProductSkus}
        />
        <div className="grid grid-cols-2 gap-3">
          <Select
            name="encoding"
            label={texts.encoding}
            defaultValue={formats.encoding}
            options={[auto(recognised.encoding), ...encodings.map((value) => ({ value, label: value }))]}
          />
          <Select
            name="separator"
            label={texts.separator}
            defaultValue={formats.separator}
            options={[auto(recognised.separator), ...separators.map((value) => ({ value, label: value }))]}
          />
        </div>
        <TextInput
          name="headerLine"
          label={texts.headerLine}
          hint={texts.headerLineHint}
          defaultValue={formats.headerLine}
          inputMode="numeric"
        />
        <input type="hidden" name="headerLineWas" value={formats.headerLine} />
      </div>
    </details>
  );
}
