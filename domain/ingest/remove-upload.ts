import { rm } from 'node:fs/promises';
import type { Access } from '../tenants/access';
import { checkUpload, type Upload } from './uploads';

/** Removes an upload that no run took over: refused, only previewed, or a repeat. */
export const removeUpload = async (access: Pick<Access, 'tenant'>, upload: Upload): Promise<void> =>
  rm(checkUpload(access, upload).path, { force: true });
