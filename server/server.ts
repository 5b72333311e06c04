import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'

import type { DemoAccount } from '#shared/protocol/launch.ts'

import { openAnnouncements } from './announcements.ts'
import { openAuth } from './auth.ts'
import { carryOutDue, startClock } from './clock.ts'
import { publicUrl, type Environment } from './environment.ts'
import { openDeviceReports } from './device-reports.ts'
import { openFirstStart } from './first-start.ts'
import { openForecaster, type Forecaster } from './forecast/forecaster.ts'
import { openHttp } from './http/open-http.ts'
import { readNames } from './known-names.ts'
import { listen } from './listening.ts'
import { openNotices } from './notices.ts'
import { leaveLink, removeLink } from './operator-link.ts'
import type { OperationParts } from './operations.ts'
import { openPairing } from './pairing.ts'
import { openPresence } from './presence.ts'
import { openPrinters } from './printers.ts'
import { openRealtime, type Realtime } from './realtime.ts'
import { openStorage } from './storage.ts'
import { ticketCodes } from './ticket-code.ts'
import { makeAhead } from './voice/made-ahead.ts'
import { recordingsIn } from './voice/sources.ts'
import { openVoice, type Voice } from './voice/voice.ts'
import { watchedDevices } from './watched-devices.ts'
import type { PagesHandler } from './web.ts'

export interface ServerParts {
  readonly environment: Environment
  /** What answers for the pages; their build is announced on every line. */
  readonly pages: { readonly build: string; readonly open: (http: Server) => Promise<PagesHandler> }
  /** Of a demonstration: who may be tried, with their passwords, for everybody to read. */
  readonly demo?: { readonly accounts: readonly DemoAccount[] } | null
  /** The program that speaks, by name or path. */
  readonly speaks?: string
  /** What displays are to say of a call, in the place of what that program makes. */
  readonly clipsOf?: Voice['clipsOf']
  readonly now: () => number
  readonly log: Logger
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /** Where a hall that is not set up is set up, once; null for one that is. */
  readonly setupLink: string | null
  readonly close: () => Promise<void>
}

/** Builds the parts, puts them together and listens. Throws if the port is taken or the data cannot be opened. */
export async function openServer({
  environment,
  pages,
  demo = null,
  speaks = 'espeak-ng',
  clipsOf,
  now,
  log,
}: ServerParts): Promise<RunningServer> {
  const listening = await listen(environment)
  const { http, port } = listening
  const url = publicUrl(environment, port)
  const { dataDirectory } = environment

  // The authority is told what is foreseen by what is opened after it.
  let forecaster: Forecaster | null = null
  const forecast = () => forecaster?.current() ?? null
  const storage = await openStorage(dataDirectory, now, forecast)
  const { db, authority, hallId, secret, newId } = storage
  const origins = [url, `http://localhost:${port}`, `http://127.0.0.1:${port}`]
  const auth = openAuth({ db, publicUrl: url, origins, secret, now, log: (message) => log.error(message) })
  const codes = ticketCodes(secret)

  const voice = await openVoice({
    dataDirectory,
    program: speaks,
    settings: () => authority.hall().config?.voice ?? null,
    onError: (error) => log.error(error, 'what is said in a call could not be made'),
  })
  log.info(voice.state(), 'the voice of the hall')
  makeAhead(voice, authority)

  // Printers and notices tell the screens what changed, over lines that are opened after them.
  let realtime: Realtime | null = null
  const names = await readNames(db, hallId)
  const notices = await openNotices({ db, hallId, newId, now, onChanged: () => realtime?.changed() })

  const printers = openPrinters({
    authority,
    codes,
    publicUrl: url,
    now,
    onPrinted: (device, printed) => realtime?.send(device, 'ticket:printed', printed),
    onState: (device, state) => realtime?.send(device, 'printer:changed', { state }),
    onError: (error) => log.error(error, 'a ticket could not be printed'),
  })
  const announcements = openAnnouncements(now, () => realtime?.changed())
  const pairing = openPairing({ now, random: randomBytes })
  const reports = openDeviceReports({ build: pages.build, now })
  const presence = openPresence({
    db,
    now,
    onError: (error) => log.error(error, 'it could not be kept when a device was seen'),
  })
  realtime = openRealtime(http, {
    authority,
    auth,
    db,
    hallId,
    newId,
    codes,
    origins,
    printers,
    announcements,
    clipsOf: clipsOf ?? voice.clipsOf,
    reports,
    presence: {
      opened(device) {
        // What it said before it was away is no longer so.
        if (presence.since(device) === null) reports.forget(device)
        presence.opened(device)
        pairing.arrived(device)
      },
      closed: presence.closed,
    },
    publicUrl: url,
    now,
    staffNames: names.staff,
    staffRoles: names.staffRoles,
    deviceNames: names.devices,
    forecast,
    notices: notices.all,
    watchedDevices: () =>
      watchedDevices({ devices: names.deviceList(), presence, printers, reports, announcements }),
    build: pages.build,
    log,
  })
  forecaster = openForecaster({
    authority,
    db,
    hallId,
    now,
    onForecast: realtime.changed,
    onError: (error) => log.error(error, 'the forecast failed'),
  })

  const { cut, renew } = realtime
  const expel: OperationParts['expel'] = (who) => {
    cut(who, 'credential/ended')
    if (who.kind !== 'device') return
    reports.forget(who.id)
    announcements.forget(who.id)
    printers.forget(who.id).catch((error: unknown) => log.error(error, 'a printer could not be let go of'))
  }

  const operatorToken = randomBytes(32).toString('base64url')
  const operating = {
    auth,
    db,
    hallId,
    newId,
    now,
    authority,
    publicUrl: url,
    origins,
    expel,
    onStaffChanged: names.onStaffChanged,
    onDevicesChanged: names.onDevicesChanged,
    renew,
    pictureOf: (device: string) => reports.healthOf(device)?.picture ?? null,
    lookForVoice: voice.lookAgain,
    recordingsFolder: recordingsIn(dataDirectory),
  }
  await carryOutDue({ authority, db, now, newId })
  const stopClock = startClock({
    authority,
    db,
    now,
    newId,
    onError: (error) => log.error(error, 'the clock failed'),
  })

  const firstStart = openFirstStart({ ...operating, token: randomBytes(32).toString('base64url') })
  const api = openHttp({
    ...operating,
    printers,
    announcements,
    realtime,
    notices,
    presence,
    reports,
    pairing,
    codes,
    forecast,
    voice,
    firstStart,
    demo,
    build: pages.build,
    startedAt: now(),
    operatorToken,
    log,
  })
  const answerApi = getRequestListener(api.fetch)
  const answerPage = await pages.open(http)
  listening.answerBy((request, response) => {
    const isApi = request.url?.startsWith('/api/') || request.url === '/healthz'
    if (isApi) void answerApi(request, response)
    else answerPage(request, response)
  })
  leaveLink(dataDirectory, { url: listening.url, token: operatorToken })

  return {
    url,
    port,
    setupLink: await firstStart.link(),
    async close() {
      removeLink(dataDirectory)
      stopClock()
      notices.close()
      await listening.end(realtime.close())
      await forecaster?.close()
      await authority.settled()
      await printers.close()
      await voice.close()
      await presence.close()
      await db.destroy()
    },
  }
}
