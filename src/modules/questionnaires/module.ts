import type { Module } from '../../module.ts'
import { questionnaireEndpoints } from './api.ts'
import { questionnaireSubjects } from './queries.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'

/** Questionnaires in versions, their rules and how they show: used by whatever asks people something. */
export const questionnaires: Module = {
  name: 'questionnaires',
  deeds,
  fields,
  subjects: questionnaireSubjects,
  operations: questionnaireEndpoints.map(({ operation }) => operation),
  endpoints: questionnaireEndpoints,
}
