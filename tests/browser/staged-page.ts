import type { Page, WebSocketRoute } from 'playwright-core'

import type { DownFields, DownName, WireAnswer } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import type { View } from '#shared/protocol/views.ts'

/** What the other end of a page's line says. */
export interface Scene {
  readonly view: View
  /** Words that stand on the page once all of the scene has come. */
  readonly said: string
  /** A button that is pressed first. */
  readonly pressed?: string
  /** What the hall tells of its services, beside the view. */
  readonly described?: DownFields<'hall:described'>
  /** Whom the hall calls, once the page has its view. */
  readonly called?: readonly DownFields<'ticket:called'>[]
  /** What the server answers to any command. */
  readonly answer?: WireAnswer
  /** Why it refuses any command. */
  readonly refuses?: ErrorCode
  /** What the server answers over plain HTTP, by address. */
  readonly answers?: Readonly<Record<string, object>>
  /** Drawings that the server has, by address. */
  readonly pictures?: Readonly<Record<string, string>>
  /** Instead of the view: the line is refused. */
  readonly refused?: ErrorCode
  /** After the view the line goes, and does not come back; with the server's word on why. */
  readonly lost?: true | 'server/stopping'
  /** When it is, if not `stagedNow`. */
  readonly at?: number
}

/** Morning in Vilnius, Monday 24 November 2025, 10:31: a staged page stands still at it. */
export const stagedNow = Date.UTC(2025, 10, 24, 8, 31)

/**
 * Opens an address with its line staged: the page is as it was built, but what the server says is in the scene, so that
 * any state can be looked at without a morning in the hall. The frames are those of Engine.IO 4 and Socket.IO 5.
 */
export async function openStaged(page: Page, address: string, scene: Scene): Promise<void> {
  // A page that differs by its fragment alone would not be loaded anew.
  await page.goto('about:blank')
  const now = scene.at ?? stagedNow
  await page.clock.setFixedTime(now)
  for (const [path, body] of Object.entries(scene.answers ?? {}))
    await page.route(`**${path}`, (route) => route.fulfill({ json: body }))
  for (const [path, svg] of Object.entries(scene.pictures ?? {}))
    await page.route(`**${path}`, (route) => route.fulfill({ contentType: 'image/svg+xml', body: svg }))
  let gone = false
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (gone) return void socket.close()
    socket.send(
      '0{"sid":"staged","upgrades":[],"pingInterval":60000,"pingTimeout":60000,"maxPayload":100000}',
    )
    socket.onMessage((message) => {
      const text = String(message)
      const [, command] = /^42(\d+)\[/.exec(text) ?? []
      if (command && scene.answer)
        socket.send(`43${command}${JSON.stringify([{ ok: true, answer: scene.answer }])}`)
      if (command && scene.refuses)
        socket.send(
          `43${command}${JSON.stringify([{ ok: false, error: { code: scene.refuses, details: {} } }])}`,
        )
      if (!text.startsWith('40')) return
      if (scene.refused)
        return socket.send(`44${JSON.stringify({ message: 'refused', data: { code: scene.refused } })}`)
      const { build } = JSON.parse(text.slice(2)) as { build: string }
      socket.send('40{"sid":"staged"}')
      tell(socket, 'hall:welcomed', { build, now, name: 'Ekranas 1' })
      if (scene.described) tell(socket, 'hall:described', scene.described)
      tell(socket, 'view:changed', { version: 1, at: now, view: scene.view })
      for (const call of scene.called ?? []) tell(socket, 'ticket:called', call)
      if (!scene.lost) return beat(socket, now)
      gone = true
      if (scene.lost !== true) tell(socket, 'session:ended', { code: scene.lost })
      void socket.close()
    })
  })
  await page.goto(address)
  if (scene.pressed) await page.getByRole('button', { name: scene.pressed, exact: true }).click()
  await page.getByText(scene.said).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

function tell<Name extends DownName>(socket: WebSocketRoute, name: Name, fields: DownFields<Name>): void {
  socket.send(`42${JSON.stringify([name, fields])}`)
}

/** As a server does, so that a page can be looked at for longer than a silent line is taken for a live one. */
function beat(socket: WebSocketRoute, now: number): void {
  const beating = setInterval(() => tell(socket, 'line:beaten', { now }), 5_000).unref()
  socket.onClose(() => clearInterval(beating))
}
