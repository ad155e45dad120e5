import type { AgreementFilter, Sort } from '../schema.ts'

/** The order that people expect of what they look at: soonest to expire first, lately expired first, else lately signed first. */
export function usualSort({ status = [], endsWithin }: Pick<AgreementFilter, 'status' | 'endsWithin'>): Sort {
  const isOnly = (...some: typeof status) => status.length > 0 && status.every(each => some.includes(each))
  if (endsWithin || isOnly('in_force', 'active', 'expiring')) return 'ends'
  return isOnly('expired') ? '-ends' : '-signed'
}
