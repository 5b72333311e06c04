import type { DeviceRefusal, ScreenKind } from '#shared/protocol/devices.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import { openAttempts } from './attempts.ts'
import { newCode, normalCode } from './pairing-code.ts'
import { newToken, type RandomBytes } from './tokens.ts'

export interface PairingParts {
  /** Epoch ms. */
  readonly now: () => number
  readonly random: RandomBytes
}

/** What a screen was given by whoever entered its code. */
export interface Given {
  readonly ok: true
  readonly device: string
  readonly token: string
}

/** New screens, each with a code on it, until somebody enters the code. Gone with the process: they ask again. */
export interface Pairing {
  /** A code for a screen of this kind at this network address. */
  readonly ask: (
    from: string,
    kind: ScreenKind,
  ) => { readonly ok: true; readonly code: string; readonly secret: string; readonly until: number } | Refused
  /** What has become of the code of this secret; null if it is over. */
  readonly claim: (
    secret: string,
  ) =>
    | { readonly state: 'waiting'; readonly code: string; readonly until: number }
    | { readonly state: 'paired'; readonly token: string }
    | null
  /** Somebody enters a code: a screen of this kind that shows it is given what `give` makes. Refused, it stays as it was. */
  readonly enter: <G extends Given>(
    by: string,
    typed: string,
    kind: string,
    give: () => Promise<G | Refused>,
  ) => Promise<G | Refused>
  /** A device has connected: its token has arrived. */
  readonly arrived: (device: string) => void
}

type Refused = Refusal<DeviceRefusal>

interface Screen {
  readonly kind: ScreenKind
  readonly code: string
  readonly secret: string
  /** Until when the code can be entered or, from then on, the token be fetched. */
  readonly until: number
  /** Its code is being entered just now, so that two people cannot at once. */
  readonly entering: boolean
  readonly given: Given | null
}

export const codeLastsMs = 10 * 60_000
/**
 * The answer that holds the token may get lost on its way, and the device with it. So the screen can fetch the token
 * again by its secret, until it has connected with it, but no longer than this: a token lies about nowhere.
 */
export const tokenWaitsMs = 60_000
export const mostScreens = 200
/** From one address, which a whole hall may have. */
export const mostAsked = 60
export const mostWrong = 10
export const attemptsCountMs = 10 * 60_000

export function openPairing({ now, random }: PairingParts): Pairing {
  const screens = new Map<string, Screen>()
  const asked = openAttempts(mostAsked, attemptsCountMs)
  const wrong = openAttempts(mostWrong, attemptsCountMs)

  function forgetOver(): void {
    const at = now()
    for (const screen of screens.values()) {
      // Nothing lasts so long that was given by the clock of now: it has been set back.
      const isOver = screen.until <= at || screen.until > at + codeLastsMs
      if (isOver && !screen.entering) screens.delete(screen.secret)
    }
  }

  function put(screen: Screen): void {
    screens.set(screen.secret, screen)
  }

  return {
    ask(from, kind) {
      const at = now()
      forgetOver()
      const others = [...screens.values()]
      const full = others.length < mostScreens ? null : Math.min(...others.map(({ until }) => until))
      const until = asked.blocked(from, at) ?? full
      if (until !== null) return refuse('pairing/too-many', { until })
      asked.count(from, at)
      let code = newCode(random)
      while (others.some((other) => other.code === code)) code = newCode(random)
      const screen = { code, secret: newToken(random), until: at + codeLastsMs }
      put({ ...screen, kind, entering: false, given: null })
      return { ok: true, ...screen }
    },

    claim(secret) {
      forgetOver()
      const screen = screens.get(secret)
      if (!screen) return null
      const { code, until, given } = screen
      return given ? { state: 'paired', token: given.token } : { state: 'waiting', code, until }
    },

    async enter(by, typed, kind, give) {
      const at = now()
      const until = wrong.blocked(by, at)
      if (until !== null) return refuse('pairing/blocked', { until })
      const code = normalCode(typed)
      forgetOver()
      const shown = [...screens.values()]
      const screen = shown.find((one) => one.code === code && one.given === null && !one.entering)
      if (!screen) {
        wrong.count(by, at)
        return refuse('pairing/unknown-code')
      }
      if (screen.kind !== kind) return refuse('pairing/other-kind', { kind: screen.kind })
      put({ ...screen, entering: true })
      try {
        const given = await give()
        put(given.ok ? { ...screen, given, until: now() + tokenWaitsMs } : screen)
        return given
      } catch (error) {
        put(screen)
        throw error
      }
    },

    arrived(device) {
      for (const { secret, given } of screens.values()) if (given?.device === device) screens.delete(secret)
    },
  }
}
