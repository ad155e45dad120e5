import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { answerVoice, joinVoice, setVoiceAside } from './operations/act.ts'
import { makeFinding } from './operations/find.ts'
import { listVoices, showVoice } from './operations/read.ts'
import { sendVoice, showOwnVoices } from './operations/send.ts'

export const voiceEndpoints: Endpoint[] = [
  { route: 'GET /meetings/:meeting/voices', operation: listVoices },
  { route: 'POST /meetings/:meeting/voices', operation: sendVoice, status: 201 },
  { route: 'GET /meetings/:meeting/own-voices', operation: showOwnVoices },
  { route: 'GET /voices/:id', operation: showVoice },
  { route: 'PUT /voices/:id/answer', operation: answerVoice },
  { route: 'PUT /voices/:id/dismissal', operation: setVoiceAside },
  { route: 'PUT /voices/:id/finding', operation: makeFinding },
  { route: 'PUT /voices/:id/group', operation: joinVoice },
]
