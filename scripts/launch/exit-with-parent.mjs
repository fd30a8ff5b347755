// Loaded first into web and worker: when the launcher is gone (even by kill -9) its channel closes, and they end too.
// Processes that they start in turn inherit this line, but end with them.
if (process.channel && process.ppid === Number(process.env.FAIRWAY_LAUNCHER)) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM'); // their own way to stop in good order
    setTimeout(() => process.exit(1), 10_000);
  });
  process.channel.unref();
}
