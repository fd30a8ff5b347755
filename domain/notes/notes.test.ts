import { afterAll, beforeAll, expect, it } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import type { Access } from '../tenants/access';
import { accessForOperator } from '../tenants/ways-in';
import { withTenant } from '../work';
import { addNote } from './add-note';
import { listNotes } from './list-notes';
import { removeNote } from './remove-note';

const db = await testDatabase();
let access: Access;
let other: Access;
beforeAll(async () => {
  useDatabase(db);
  await directoryQuery("insert into directory.tenants (slug, name) values ('notes-1', 'One'), ('notes-2', 'Two')");
  access = (await accessForOperator('notes-1'))!;
  other = (await accessForOperator('notes-2'))!;
});
afterAll(() => db.drop());

const all = { from: '2000-01-01', to: '2099-01-01' };

it('notes are added, listed by day and removed', async () => {
  const later = await withTenant(access, (work) => addNote(work, { day: '2026-06-02', text: ' Prime Day ' }));
  await withTenant(access, (work) => addNote(work, { day: '2026-05-01', text: 'Price up 5 %' }));
  const texts = async (range = all) =>
    (await withTenant(access, (work) => listNotes(work, range))).map((n) => `${n.day} ${n.text}`);
  expect(await texts()).toEqual(['2026-05-01 Price up 5 %', '2026-06-02 Prime Day']);
  expect(await texts({ from: '2026-05-02', to: '2026-06-02' })).toEqual(['2026-06-02 Prime Day']);
  expect(await withTenant(other, (work) => listNotes(work, all))).toEqual([]);
  await expect(withTenant(other, (work) => removeNote(work, later.id))).rejects.toMatchObject({ status: 404 });
  await withTenant(access, (work) => removeNote(work, later.id));
  expect(await texts()).toEqual(['2026-05-01 Price up 5 %']);
});

it.each([
  ['note_empty', { day: '2026-06-01', text: '  ' }],
  ['day_invalid', { day: '1 June', text: 'x' }],
  ['text_too_long', { day: '2026-06-01', text: 'x'.repeat(301) }],
])('refuses with %s', async (code, input) => {
  await expect(withTenant(access, (work) => addNote(work, input))).rejects.toMatchObject({ code });
});
