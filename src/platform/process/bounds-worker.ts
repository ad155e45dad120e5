import { workerData } from 'node:worker_threads'

// A thread of a process that `runApart` started, which has its turn also while that is busy: it ends the process when it holds more
// than it may, of whatever kind (what is unpacked counts as no object, so Node's own limit does not see it), or when nobody waits for it.
const { resident, parent } = workerData as { resident: number; parent: number }
setInterval(() => {
  if (process.memoryUsage.rss() > resident || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, 50)
