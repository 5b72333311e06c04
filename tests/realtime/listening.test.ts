import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { listen, type Listening } from '#server/listening.ts'

const none = Promise.resolve()
let listening: Listening
beforeEach(async () => {
  listening = await listen({ port: 0, host: '127.0.0.1', dataDirectory: tmpdir(), namedUrl: null })
})
afterEach(() => listening.end(none))

/** Asks for a page while there is nothing to answer with; settles once the server has read it. */
async function askEarly(path: string): Promise<{ line: Socket; gone: Promise<unknown> }> {
  const line = connect(listening.port, '127.0.0.1')
  const asked = once(listening.http, 'request')
  line.write(`GET ${path} HTTP/1.1\r\nhost: hall\r\n\r\n`)
  const [, response] = await asked
  return { line, gone: once(response, 'close') }
}

test('who asks before there is an answer gets it when there is', async () => {
  const { line } = await askEarly('/early')
  listening.answerBy((request, response) => response.end(`this is ${request.url}`))
  const [answer] = await once(line, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 OK[^]*this is \/early$/)
  line.destroy()
})

test('who gave up before there was an answer is not answered, and others are', async () => {
  const impatient = await askEarly('/impatient')
  impatient.line.destroy()
  await impatient.gone
  const { line } = await askEarly('/patient')

  const answered: (string | undefined)[] = []
  listening.answerBy((request, response) => {
    answered.push(request.url)
    response.end()
  })
  await once(line, 'data')
  expect(answered).toEqual(['/patient'])
  line.destroy()
})
