import { afterAll } from 'vitest'
import { closeWorld, openWorld } from './world.ts'

// Modules are shared by the test files of a process; the world is not: each file finds one as new.
await openWorld()
afterAll(closeWorld)
