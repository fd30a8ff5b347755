import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./db/schema/directory.ts', './db/schema/app.ts', './db/schema/records.ts'],
  schemaFilter: ['app', 'directory', 'reference'],
  out: './db/migrations',
});
