'use client';
import { useState } from 'react';
import { inputLook } from '@/components/form/input-look';
import type { MappingTexts } from './mapping-texts';
import type { PreviewView } from './preview-view';

type FieldView = PreviewView['fields'][number];

/** Field by field: its column, or a fixed value where the file has none. Fields that nothing fits wait behind a fold. */
export function MappingFields({ view, texts }: { view: PreviewView; texts: MappingTexts }) {
  // Decided once: a field must not jump away while somebody chooses its column.
  const [inSight] = useState(
    () => new Set(view.fields.filter((field) => field.required || field.column || field.constant).map((f) => f.name)),
  );
  const rest = view.fields.filter((field) => !inSight.has(field.name));
  const list = (fields: FieldView[]) => (
    <ul className="divide-y divide-line">
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} header={view.header} texts={texts} />
      ))}
    </ul>
  );
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{texts.columns}</legend>
      <p className="mb-2 text-xs text-ink-3">
        {view.suggested ? texts.suggested : texts.saved}
        {view.fields.some((field) => isMissing(field, field.column)) && ` ${texts.missing}`}
      </p>
      {list(view.fields.filter((field) => inSight.has(field.name)))}
      {rest.length > 0 && (
        <details className="border-t border-line pt-2">
          <summary className="inline-flex min-h-9 items-center rounded-xs text-sm font-medium text-brand">
            {texts.more.replace('{count}', String(rest.length))}
          </summary>
          {list(rest)}
        </details>
      )}
    </fieldset>
  );
}

const isMissing = (field: FieldView, column: string): boolean => field.required && !column && !field.constant;

function FieldRow({ field, header, texts }: { field: FieldView; header: string[]; texts: MappingTexts }) {
  const [column, setColumn] = useState(field.column);
  // A column that the file lacks stays choosable, so that it is seen and not lost.
  const options = column && !header.includes(column) ? [column, ...header] : header;
  const missing = isMissing(field, column);
  return (
    <li className="py-2.5">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)] items-center gap-3">
        <span className="min-w-0 text-sm">
          <span className={missing ? 'font-medium text-bad' : 'text-ink'}>{field.title}</span>
          {field.required && <span className="ml-1.5 text-xs text-ink-3">{texts.required}</span>}
        </span>
        <span className="min-w-0 space-y-1.5">
          <select
            name={`column.${field.name}`}
            aria-label={texts.columnFor.replace('{field}', field.title)}
            value={column}
            onChange={(event) => setColumn(event.target.value)}
            className={inputLook}
          >
            <option value="">{texts.notInFile}</option>
            {options.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
          {column === '' && (
            <input
              name={`constant.${field.name}`}
              aria-label={texts.constantFor.replace('{field}', field.title)}
              placeholder={texts.constant}
              defaultValue={field.constant}
              className={inputLook}
            />
          )}
        </span>
      </div>
      {field.example && <p className="num mt-1 truncate text-right text-xs text-ink-3">{field.example}</p>}
    </li>
  );
}
