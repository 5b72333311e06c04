import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

import { onTestFinished } from 'vitest'

type End = 'client' | 'server'

export interface Proxy {
  readonly url: string
  /** From now on what one end sends is lost and nobody is told; who connects anew is hung up on. */
  readonly lose: (from: End) => void
  /** Who connects from now on is served well. */
  readonly mend: () => void
  /** Hangs up on both ends at once. */
  readonly cut: () => void
}

/** A network between a page and the server, that can fail as networks do. */
export async function openProxy(port: number): Promise<Proxy> {
  const lines = new Set<{ client: Socket; server: Socket; lost: Set<End> }>()
  let isBroken = false
  const listener = createServer((client) => {
    if (isBroken) return void client.destroy()
    const server = connect(port, '127.0.0.1')
    const line = { client, server, lost: new Set<End>() }
    lines.add(line)
    client.on('data', (bytes) => line.lost.has('client') || server.write(bytes))
    server.on('data', (bytes) => line.lost.has('server') || client.write(bytes))
    for (const end of [client, server]) {
      end.on('error', () => {})
      end.on('close', () => hangUp(line))
    }
  })

  function hangUp({ client, server }: { client: Socket; server: Socket }) {
    client.destroy()
    server.destroy()
  }

  function cut() {
    for (const line of lines) hangUp(line)
    lines.clear()
  }

  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    cut()
    listener.close()
  })
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    lose(from) {
      isBroken = true
      for (const { lost } of lines) lost.add(from)
    },
    mend: () => void (isBroken = false),
    cut,
  }
}
