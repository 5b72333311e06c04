import { openSpeaking, type SpeakRequest } from '#server/voice/speaking.ts'

/** A process that has said what it is sent. */
process.on('message', (request: SpeakRequest) => void openSpeaking(60_000).speak(request))
