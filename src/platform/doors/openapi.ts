import { z } from 'zod'
import { isForEverybody, type Power } from '../authority/roles.ts'
import { httpStatus } from '../refusals/refusal.ts'
import type { Endpoint } from './endpoint.ts'

type Schema = { type?: string; properties?: Record<string, Schema>; required?: string[]; [key: string]: unknown }

/** OpenAPI 3.1 from the list of endpoints: nothing is said twice. */
export function openApi(endpoints: Endpoint[], server: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const [method, route] = endpoint.route.split(' ') as [string, string]
    const path = route.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(endpoint, method, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sinergi', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            instance: { type: 'string' },
            code: { enum: Object.keys(httpStatus) },
            errors: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
            existing: {
              type: 'array',
              items: {
                type: 'object',
                properties: { id: { type: 'string' }, name: { type: 'string' }, note: { type: 'string' }, path: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  }
}

function describe({ operation, status = 200 }: Endpoint, method: string, route: string): object {
  const input = schemaOf(operation.input, 'input')
  const inPath = [...route.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  const fields = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name))
  const parameters = [
    ...inPath.map(name => ({ name, in: 'path', required: true, schema: input.properties?.[name] ?? { type: 'string' } })),
    ...(method === 'GET'
      ? fields.map(([name, schema]) => ({ name, in: 'query', required: input.required?.includes(name) ?? false, schema }))
      : []),
    ...(method === 'GET'
      ? []
      : [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', maxLength: 200 },
            description: 'The same key and body are carried out once; later ones get the first answer, for 90 days, and then a 409',
          },
        ]),
  ]
  const properties = Object.fromEntries(fields)
  const body = { type: 'object', properties, required: (input.required ?? []).filter(name => name in properties) }
  const example = Object.fromEntries(Object.entries(operation.example as object).filter(([name]) => name in properties))
  const hasFile = fields.some(([, schema]) => isUpload(schema))
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.name.split('.')[0]],
    ...(isOpen(operation.power) ? { security: [] } : {}),
    description: isOpen(operation.power)
      ? 'Anybody, without a token.'
      : operation.power === 'own'
        ? 'Anybody signed in.'
        : `Needs \`${operation.power}\`.`,
    parameters,
    ...(method === 'GET' || !fields.length
      ? {}
      : {
          requestBody: {
            content: { [hasFile ? 'multipart/form-data' : 'application/json']: { schema: body, ...(hasFile ? {} : { example }) } },
          },
        }),
    responses: {
      [status]: { description: 'Done', content: answerOf(schemaOf(operation.output, 'output')) },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

const isOpen = (power: Power | 'own' | 'open'): boolean => power === 'open' || (power !== 'own' && isForEverybody(power))
const isUpload = (schema: Schema): boolean => JSON.stringify(schema).includes('"x-upload":true')
const answerOf = (schema: Schema): object =>
  isUpload(schema)
    ? { 'application/octet-stream': { schema: { type: 'string', contentEncoding: 'binary' } } }
    : { 'application/json': { schema } }

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }) as Schema
  return schema
}
