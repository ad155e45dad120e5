import type { AgreementFilter, Sort } from '../schema.ts'

/** The order that people expect of what they look at: soonest to expire first, lately expired first, else lately signed first. */
export const usualSort = ({ status, inForce, endsWithin }: Pick<AgreementFilter, 'status' | 'inForce' | 'endsWithin'>): Sort =>
  inForce || endsWithin || status === 'expiring' || status === 'active' ? 'ends' : status === 'expired' ? '-ends' : '-signed'
