import type { Server, Socket } from 'socket.io'

import type { DownFields } from '#shared/protocol/down.ts'
import type { View } from '#shared/protocol/views.ts'

import { viewChanges } from './view-changes.ts'

/** Looks at the hall for one audience; null if there is nothing to see. */
export type Look = () => View | null

/** A part of it, soon made, that is worth seeing before the rest. */
export type FirstLook = () => Partial<View> | null

export interface Channels {
  /** Sends the view to a socket now, and what changes of it from now on. Rooms with one name have one view. */
  readonly join: (socket: Socket, room: string, look: Look, pace: Pace, firstLook?: FirstLook) => void
  /** Something may have changed: at most once in each pace. */
  readonly changed: () => void
  /**
   * Sends what one room is to see first at once, if that was not done within its pace; the rest comes in the room's turn, or
   * now if nothing else changed.
   */
  readonly hasten: (room: string) => void
  /** Sends one room's view at once, if it changed. */
  readonly flush: (room: string) => void
  /** Sends a room what changed up to this view, which its own look no longer sees. */
  readonly show: (room: string, view: View) => void
  readonly close: () => void
}

/** The shortest time between two views of a room, in ms. */
export type Pace = 50 | 100 | 1_000

/** Until who pressed has the answer and sees it, which takes all that a small machine has, in ms. */
const answersFirst = 20

interface Channel {
  readonly room: string
  readonly look: Look
  readonly firstLook: FirstLook
  readonly pace: Pace
  version: number
  hastenedAt: number
  /** Since what its room was told last. */
  readonly changesOf: ReturnType<typeof viewChanges>
}

/** One view a room: whole to who comes in, after that what differs of it, with a version of its own that rises. */
export function openChannels(io: Server, now: () => number): Channels {
  const channels = new Map<string, Channel>()
  const timers = new Map<Pace, NodeJS.Timeout>()
  const flushedAt = new Map<Pace, number>()

  /** Whether there was anything to be seen that its room had not seen. */
  function push(
    channel: Channel,
    view: Partial<View> | null = channel.look(),
    except: readonly string[] = [],
  ): boolean {
    const changes = channel.changesOf(view)
    if (!changes) return false
    channel.version += 1
    const update = { version: channel.version, at: now(), ...changes }
    io.to(channel.room)
      .except([...except])
      .emit('view:updated', update satisfies DownFields<'view:updated'>)
    return true
  }

  function flushPace(pace: Pace): void {
    timers.delete(pace)
    flushedAt.set(pace, performance.now())
    for (const channel of channels.values()) if (channel.pace === pace) push(channel)
  }

  function changedAt(pace: Pace): void {
    if (timers.has(pace)) return
    const wait = (flushedAt.get(pace) ?? -Infinity) + pace - performance.now()
    timers.set(pace, setTimeout(() => flushPace(pace), Math.max(wait, answersFirst)).unref())
  }

  io.of('/').adapter.on('delete-room', (room: string) => channels.delete(room))

  return {
    join(socket, room, look, pace, firstLook = look) {
      const known = channels.get(room)
      const channel = known ?? {
        room,
        look,
        firstLook,
        pace,
        version: 0,
        hastenedAt: -Infinity,
        changesOf: viewChanges(),
      }
      channels.set(room, channel)
      // Those already in the room see the change first, and of the same view: one version never means two.
      const view = channel.look()
      // Who comes in may be in the room by another name, and has seen nothing yet that could be updated.
      push(channel, view, [socket.id])
      void socket.join(room)
      if (view) socket.emit('view:changed', { version: channel.version, at: now(), view })
    },
    changed() {
      for (const pace of new Set([...channels.values()].map((channel) => channel.pace))) changedAt(pace)
    },
    hasten(room) {
      const channel = channels.get(room)
      const at = performance.now()
      if (!channel || at - channel.hastenedAt < channel.pace) return
      channel.hastenedAt = at
      if (!push(channel, channel.firstLook())) push(channel)
    },
    flush(room) {
      const channel = channels.get(room)
      if (channel) push(channel)
    },
    show(room, view) {
      const channel = channels.get(room)
      if (channel) push(channel, view)
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
