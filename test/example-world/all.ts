import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../../src/modules.ts'

/** Offices and persons come first; what the modules of the system itself have is about them. */
const threads = modules.findIndex(({ name }) => name === 'organisation')

/**
 * Rows that the examples of all operations name, module by module: all of office 35.10 and one partner, every text with the word `Rahasia`.
 */
export async function seedExampleWorld(): Promise<void> {
  for (const { name } of [...modules.slice(threads), ...modules.slice(0, threads)]) {
    if (!existsSync(join(import.meta.dirname, `${name}.ts`))) continue
    const seeds = (await import(/* @vite-ignore */ join(import.meta.dirname, `${name}.ts`))) as Record<string, unknown>
    for (const seed of Object.values(seeds)) if (typeof seed === 'function') await seed()
  }
}
