import type { Module } from '../../module.ts'
import { questionnaireEndpoints } from './api.ts'

/** Questionnaires in versions, their rules and how they show: used by whatever asks people something. */
export const questionnaires: Module = {
  name: 'questionnaires',
  operations: questionnaireEndpoints.map(({ operation }) => operation),
  endpoints: questionnaireEndpoints,
}
