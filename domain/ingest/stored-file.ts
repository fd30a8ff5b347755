import { createReadStream } from 'node:fs';
import type { Access } from '../tenants/access';
import { storeUpload, type Upload } from './uploads';

/** A file of this machine as an upload: for the command line, seeds and tests. */
export const storeFile = (access: Access, path: string, fileName: string): Promise<Upload> =>
  storeUpload(access, { fileName, body: createReadStream(path) });
