import type { Config } from './config.ts'

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
type Level = Exclude<(typeof levels)[number], 'silent'>
export type Log = { [level in Level]: (event: string, details?: Record<string, unknown>) => void }

/** Structured lines, one JSON object each, on standard error. Never words that people wrote. */
export function logTo(write: (line: string) => void, least: Config['LOG_LEVEL']): Log {
  const line =
    (level: Level) =>
    (event: string, details: Record<string, unknown> = {}) => {
      if (levels.indexOf(level) < levels.indexOf(least)) return
      write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...details }, plain)}\n`)
    }
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack, cause: value.cause }
  return typeof value === 'bigint' ? String(value) : value
}
