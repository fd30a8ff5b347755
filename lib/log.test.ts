import { expect, test } from 'vitest';
import { errorFields } from '@/lib/log';

test('an error becomes fields, with the places it came through', () => {
  const fields = errorFields(Object.assign(new TypeError('not so'), { code: 'ECONNREFUSED' }));
  expect(fields).toMatchObject({ error: 'TypeError', code: 'ECONNREFUSED', message: 'not so' });
  expect(fields.stack).toContain('log.test.ts');
});

test('what a database says of a violated constraint holds values of rows, and is left out', () => {
  const error = Object.assign(new Error('Key (email)=(somebody@example.com) already exists.'), {
    code: '23505',
    constraint: 'users_email_key',
  });
  const fields = errorFields(error);
  expect(fields).toMatchObject({ code: '23505', constraint: 'users_email_key' });
  expect(JSON.stringify(fields)).not.toContain('somebody');
});

test('anything can be thrown', () => {
  expect(errorFields('a text')).toMatchObject({ message: 'a text' });
  expect(errorFields(undefined)).toMatchObject({ message: 'undefined' });
});
