import { Hono } from 'hono'
import { sendFile } from '../endpoint.ts'
import { call } from '../operation.ts'
import type { Env } from '../request.ts'
import { showFile } from './operations.ts'

export const filePages = new Hono<Env>()

filePages.get('/berkas/:id', async c => sendFile(c, await call(c.var.kernel, c.var.actor, showFile, { id: c.req.param('id') })))
