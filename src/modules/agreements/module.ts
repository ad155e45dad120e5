import type { Module } from '../../module.ts'
import { agreementEndpoints } from './api.ts'
import { agreementPages } from './pages/all.ts'

export const agreements: Module = {
  name: 'agreements',
  operations: agreementEndpoints.map(endpoint => endpoint.operation),
  endpoints: agreementEndpoints,
  pages: agreementPages,
  navigation: [{ href: '/perjanjian', label: { id: 'Perjanjian', en: 'Agreements' }, power: 'agreement.read' }],
}
