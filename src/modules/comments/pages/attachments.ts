import { sendFile } from '../../../platform/doors/endpoint.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { showAttachment, showPicture } from '../operations/pictures.ts'

const fileOf = (c: Request) => c.req.param('file')!

/** As it came: a PDF opens in the browser, a picture as well; what else there is is only ever downloaded. */
export const attachment = async (c: Request): Promise<Response> =>
  sendFile(c, await call(c.var.kernel, c.var.actor, showAttachment, { file: fileOf(c) }), c.req.query('unduh') === undefined)

export async function picture(c: Request): Promise<Response> {
  const size = c.req.param('size') === 'kecil' ? 'small' : 'large'
  return sendFile(c, await call(c.var.kernel, c.var.actor, showPicture, { file: fileOf(c), size }), true)
}
