// Loaded before a server under measurement: answers what the process has used so far, after a full garbage collection.
process.on('message', () => {
  globalThis.gc();
  globalThis.gc();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ cpuMicroseconds: user + system, heap: heapUsed + external, rss });
});
process.channel?.unref();
