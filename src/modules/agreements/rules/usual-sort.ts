import type { AgreementFilter, Sort } from '../schema.ts'

/** The order that people expect of what they look at: soonest to expire first, lately expired first, else lately signed first. */
export const usualSort = ({ status, inForce }: Pick<AgreementFilter, 'status' | 'inForce'>): Sort =>
  inForce || status === 'expiring' || status === 'active' ? 'ends' : status === 'expired' ? '-ends' : '-signed'
