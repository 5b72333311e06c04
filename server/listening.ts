import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

import type { Environment } from './environment.ts'

export interface Listening {
  readonly http: Server
  readonly port: number
  /** Where this machine itself reaches it. */
  readonly url: string
  /** From here on requests are answered, those too that came before. */
  readonly answerBy: (listener: RequestListener) => void
  /** Ends what is open, once everybody on a line has been told: who says no goodbye within a second is not waited for. */
  readonly end: (told: Promise<void>) => Promise<void>
}

/** Listens before there is anything to answer with, so that a port that is taken is known first. Rejects if it is. */
export async function listen({ host, port: wanted }: Environment): Promise<Listening> {
  const http = createServer()
  const lines = new Set<Socket>()
  http.on('connection', (line) => {
    lines.add(line)
    line.once('close', () => lines.delete(line))
  })
  const ready = Promise.withResolvers<RequestListener>()
  http.on('request', async (request, response) => {
    const answer = await ready.promise
    // Who gave up while there was nothing to answer with gets nothing: a file piped to them would throw.
    if (!response.destroyed) answer(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(wanted, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
  const { port } = http.address() as AddressInfo

  return {
    http,
    port,
    url: `http://${reachable(host)}:${port}`,
    answerBy: ready.resolve,
    async end(told) {
      const patience = setTimeout(() => lines.forEach((line) => line.destroy()), 1_000)
      http.closeAllConnections()
      await told
      clearTimeout(patience)
    },
  }
}

/** An address of this machine for one that listens on all. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
