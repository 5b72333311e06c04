import { besideCalls } from '#shared/display/calls-layout.ts'
import { inLanguage } from '#shared/messages/in-language.ts'
import type { Language } from '#shared/messages/text.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import type { Call } from './standing.ts'
import { wallLanguages } from './wall-languages.ts'

/** What a display needs of its line. */
export type DisplayLine = Pick<Line<DisplayView>, 'view' | 'status' | 'code' | 'lostAt' | 'seenAt' | 'now'>

export type Direction = DisplayView['calls'][number]['direction']

export interface ShownCall {
  readonly label: string
  readonly counter: string
  readonly zone: DisplayView['calls'][number]['zone']
  readonly direction: Direction
  readonly at: number
  /** Nobody has come yet. */
  readonly awaited: boolean
  /** Heard a moment ago, and nobody has come yet. */
  readonly fresh: boolean
}

export interface Heard {
  readonly call: Call
  readonly at: number
  /** The view that was shown when it was heard: every later one knows of it. */
  readonly over: DisplayView | null
}

type Face = 'refused' | 'connecting' | 'closed' | 'empty' | 'calls'

const freshFor = 10_000

/** What the whole hall sees: who is called where, the newest first. */
export class HallDisplay {
  readonly line: DisplayLine
  /** The server's time, as of the last tick. */
  now = $state(0)
  /** The whole page, in CSS px. */
  readonly picture = $state({ width: 0, height: 0 })
  /** The calls of a moment ago, the newest first. */
  heard = $state.raw<readonly Heard[]>([])

  readonly face = $derived.by(() => this.#face())
  readonly calls = $derived.by(() => this.#calls())
  /** What stands beside the calls: which of it there is, and has room. */
  readonly beside = $derived.by(() => {
    const { view } = this.line
    const [first, ...zones] = (view?.desks ?? []).map(({ zone }) => inLanguage(zone, 'lt'))
    const wished = { missed: (view?.missed.length ?? 0) > 0, zones: zones.some((zone) => zone !== first) }
    return besideCalls(view?.panel ?? null, this.picture, this.calls, wished)
  })
  /** Beside a number. */
  readonly languages = $derived.by(() => wallLanguages(this.line.view?.hall.languages))
  /** Where words are the whole screen: every language of the hall. Before that is known, those that staff read. */
  readonly allLanguages = $derived.by(
    (): readonly Language[] => this.line.view?.hall.languages ?? ['lt', 'en'],
  )

  constructor(line: DisplayLine) {
    this.line = line
    this.tick()
  }

  tick(): void {
    this.now = this.line.now()
  }

  /** A call is shown at once, before the view that follows it, and in the place of an earlier one of its number. */
  called(call: Call): void {
    this.tick()
    const recent = this.heard.filter((one) => this.#isFresh(one.at) && one.call.label !== call.label)
    this.heard = [{ call, at: this.now, over: this.line.view }, ...recent]
  }

  /** As many calls as there are places, the newest first: whoever is still awaited keeps a place before who has come. */
  callsFor(places: number): readonly ShownCall[] {
    const byNeed = this.calls.toSorted((one, other) => Number(other.awaited) - Number(one.awaited))
    const kept = byNeed.slice(0, places)
    return this.calls.filter((call) => kept.includes(call))
  }

  /** A clock that was set back makes nothing fresh again. */
  #isFresh(at: number): boolean {
    return Math.abs(this.now - at) < freshFor
  }

  #face(): Face {
    const { view, status } = this.line
    if (status === 'refused' || status === 'ended') return 'refused'
    if (!view) return 'connecting'
    if (this.calls.length > 0) return 'calls'
    return view.hall.open ? 'empty' : 'closed'
  }

  #calls(): ShownCall[] {
    const { view, status } = this.line
    const heard = this.heard.filter(({ at }) => status === 'live' && this.#isFresh(at))
    const early = heard.filter(({ over }) => over === view).map(({ call }) => call)
    const known = (view?.calls ?? []).filter((one) => !early.some(({ label }) => label === one.label))
    const isFresh = (label: string) => heard.some(({ call }) => call.label === label)
    return [
      ...early.map(shown),
      ...known.map(({ label, counter, zone, direction, at, state }) => ({
        label,
        counter,
        zone,
        direction,
        at,
        awaited: state === 'called',
        fresh: state === 'called' && isFresh(label),
      })),
    ].sort((one, other) => other.at - one.at)
  }
}

/** A call of a moment ago. */
export function shown({ label, counter, zone, direction, at }: Call): ShownCall {
  return { label, counter, zone, direction, at, awaited: true, fresh: true }
}
