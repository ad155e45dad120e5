import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder, found the same way from the sources and from the bundle. */
export const root = above(import.meta.dirname)

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('Sinergi was started outside its own folder')
  return above(parent)
}
