import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../../src/modules.ts'

/**
 * Rows that the examples of all operations name, module by module: all of office 35.10 and one partner, every text with the word `Rahasia`.
 */
export async function seedExampleWorld(): Promise<void> {
  for (const { name } of modules) {
    if (!existsSync(join(import.meta.dirname, `${name}.ts`))) continue
    const seeds = (await import(/* @vite-ignore */ join(import.meta.dirname, `${name}.ts`))) as Record<string, () => Promise<void>>
    for (const seed of Object.values(seeds)) await seed()
  }
}
