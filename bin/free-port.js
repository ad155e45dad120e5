import { createServer } from 'node:net'

/**
 * A port of this machine that nobody listens on now; whoever is to have it takes it soon.
 * @returns {Promise<number>}
 */
export const freePort = (host = '127.0.0.1') =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, host, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
