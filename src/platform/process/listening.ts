import type { Server, ServerOptions } from 'node:http'

/**
 * How long the server bears with a connection, in milliseconds; bodies have a pace of their own (`intake/limits.ts`). The whole request may
 * take as long as a large file on a weak line does; its head, and a wait without a byte in either direction, not.
 */
export const patience = {
  headersTimeout: 20_000,
  requestTimeout: 30 * 60_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
} as const satisfies ServerOptions

/** Longer than any answer takes. */
const idle = 120_000

/** Ends connections on which nothing moves, and requests of more heads than anybody sends. */
export function hurry(server: Server): void {
  server.setTimeout(idle)
  server.maxHeadersCount = 100
}
