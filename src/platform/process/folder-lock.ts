import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * One process at a time in a data folder: two embedded databases on the same files would destroy them.
 * A lock left by a process that was killed is taken over.
 * @returns a function that gives the folder back
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'in-use')
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (holder !== process.pid && alive(holder))
      throw new Error(
        `The data folder ${folder} is in use by process ${holder}. Stop that one first, or use PostgreSQL (DATABASE_URL), which several can share.`,
      )
    await rm(path, { force: true })
    return claimFolder(folder)
  }
  return () => rm(path, { force: true })
}

function alive(process_id: number): boolean {
  if (!process_id) return false
  try {
    process.kill(process_id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
