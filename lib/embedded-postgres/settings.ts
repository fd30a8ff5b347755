import { statfsSync } from 'node:fs';

/** Parallel queries share memory through /dev/shm, which containers often make too small to work with. */
function sharedMemory(): string {
  try {
    const { bsize, bavail } = statfsSync('/dev/shm');
    return bsize * bavail >= 512 * 1024 * 1024 ? 'posix' : 'mmap';
  } catch {
    return process.platform === 'linux' ? 'mmap' : 'posix';
  }
}

/** Server settings. Not durable (tests only): a crash of the machine may break the cluster, and it is much quicker. */
export function serverSettings(durable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: durable ? '256MB' : '128MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    dynamic_shared_memory_type: sharedMemory(),
    // Loads of millions of rows: fewer and longer checkpoints; nobody replicates from here.
    wal_level: 'minimal',
    max_wal_senders: '0',
    wal_compression: 'on',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %u@%d ',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}
