/** One operation of the OpenAPI document, flat enough to show. */
export type ApiOperation = {
  name: string
  tag: string
  summary: string
  power: string
  method: string
  path: string
  fields: { name: string; place: 'path' | 'query' | 'body'; shape: string; required: boolean; about: string }[]
  example: string
  contentType: 'application/json' | 'multipart/form-data' | null
}

type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  description?: string
  'x-upload'?: boolean
  maxLength?: number
}
type Parameter = { name: string; in: string; required: boolean; schema: Schema }
type Described = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> }
}

/** Reads our own document (see `openApi`), so what people read is what programs read. */
export function operationsOf(document: object): ApiOperation[] {
  const { paths } = document as { paths: Record<string, Record<string, Described>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => flat(path, method.toUpperCase(), described)),
  )
}

function flat(path: string, method: string, { operationId, summary, description, tags, parameters, requestBody }: Described): ApiOperation {
  const [contentType = null, body] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const { properties = {}, required = [] } = body?.schema ?? {}
  return {
    name: operationId,
    tag: tags[0]!,
    summary,
    power: description,
    method,
    path,
    fields: [
      ...parameters
        .filter(each => each.in !== 'header')
        .map(({ name, in: place, required, schema }) => ({
          name,
          place: place as 'path' | 'query',
          shape: shapeOf(schema),
          required,
          about: schema.description ?? '',
        })),
      ...Object.entries(properties).map(([name, schema]) => ({
        name,
        place: 'body' as const,
        shape: shapeOf(schema),
        required: required.includes(name),
        about: schema.description ?? '',
      })),
    ],
    example: body?.example && Object.keys(body.example).length ? JSON.stringify(body.example) : '',
    contentType: contentType as ApiOperation['contentType'],
  }
}

function shapeOf(schema: Schema): string {
  if (JSON.stringify(schema).includes('"x-upload":true')) return 'file'
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  if (schema.anyOf) return [...new Set(schema.anyOf.map(shapeOf).filter(shape => shape && shape !== 'null'))].join(' | ')
  if (schema.items) return `[${shapeOf(schema.items)}]`
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  return schema.format ?? (Array.isArray(schema.type) ? schema.type[0] : schema.type) ?? ''
}

/** A line for a shell that calls it. */
export function curlOf({ method, path, example, contentType, fields }: ApiOperation, server: string): string {
  const address = server + path.replace(/\{(\w+)\}/g, '$$$1')
  const lines = [`curl${method === 'GET' ? '' : ` -X ${method}`} "${address}"`, '-H "Authorization: Bearer $TOKEN"']
  if (contentType === 'application/json' && example)
    lines.push("-H 'Content-Type: application/json'", `-d '${example.replaceAll("'", "'\\''")}'`)
  if (contentType === 'multipart/form-data')
    for (const { name, shape, place } of fields) if (place === 'body' && shape === 'file') lines.push(`-F ${name}=@file`)
  return lines.join(' \\\n  ')
}
