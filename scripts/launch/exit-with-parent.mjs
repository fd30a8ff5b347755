// Loaded first into web and worker: when the launcher is gone (even by kill -9) its channel closes, and they end too.
if (process.channel) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM'); // their own way to stop in good order
    setTimeout(() => process.exit(1), 10_000);
  });
  process.channel.unref();
}
