import type { Module } from '../../module.ts'
import { organisationEndpoints } from './api.ts'

export const organisation: Module = {
  name: 'organisation',
  operations: organisationEndpoints.map(endpoint => endpoint.operation),
  endpoints: organisationEndpoints,
  navigation: [{ href: '/satuan-kerja', label: { id: 'Satuan Kerja', en: 'Offices' }, power: 'office.read' }],
}
