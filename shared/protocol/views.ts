import { z } from 'zod'
import { callReason, visitorReason } from './call-reason.ts'
import {
  binding,
  direction,
  id,
  language,
  longText,
  need,
  pauseReason,
  printerState,
  promised,
  summary,
  text,
  ticketClass,
  time,
} from './parts.ts'

/** A view says what one audience may know, whole. */
const hall = {
  name: text,
  timeZone: z.string(),
  languages: z.array(language),
  open: z.boolean(),
  /** The next opening, if it is closed and one is known. */
  opensAt: time.nullable(),
  /** The hall's own look; which logo is at /api/brand/logo, so that another one is fetched. */
  brand: z.strictObject({ colour: z.string().nullable(), logo: z.string().nullable() }),
}

const count = z.number().int()

const lastTickets = z.strictObject({ until: time, left: z.number().int() })

const notIssued = z.enum([
  'service/no-ticket',
  'hall/closed',
  'day/not-open',
  'service/closed',
  'service/paused',
  'service/full',
  'service/cut-off',
])

export const kioskView = z.strictObject({
  audience: z.literal('kiosk'),
  hall: z.strictObject({ ...hall, welcome: text }),
  groups: z.array(z.strictObject({ id, name: text })),
  services: z.array(
    z.strictObject({
      id,
      group: id,
      name: text,
      help: text,
      waiting: z.number().int(),
      /** Why it gives no ticket now, or null. */
      closed: notIssued.nullable(),
      paused: pauseReason.nullable(),
      /** How long it takes for who takes a ticket now, if that can be said. */
      promised: promised.nullable(),
      /** Where the end of its tickets is near: until when it gives them, and about how many. */
      lastTickets: lastTickets.nullable(),
    }),
  ),
  /** Whether this kiosk's visitor asked for a member of staff, and somebody is on the way. */
  assistance: z.enum(['asked', 'coming']).nullable(),
})

export const displayView = z.strictObject({
  audience: z.literal('display'),
  hall: z.strictObject(hall),
  /** Who is called where: those who have not come yet before those who have, each the newest first. */
  calls: z.array(
    z.strictObject({
      label: z.string(),
      counter: z.string(),
      zone: text,
      direction,
      at: time,
      state: z.enum(['called', 'serving']),
    }),
  ),
  waiting: z.array(
    z.strictObject({
      service: id,
      name: text,
      waiting: z.number().int(),
      paused: pauseReason.nullable(),
      promised: promised.nullable(),
    }),
  ),
  waitingInAll: z.number().int(),
  /** Who was called and did not come, the newest first. */
  missed: z.array(z.string()),
  /** Which counter serves what, in the hall's own order. */
  desks: z.array(
    z.strictObject({
      counter: z.string(),
      zone: text,
      direction,
      state: z.enum(['open', 'paused', 'closed']),
      /** Of those in `waiting`: names are long, and many counters serve the same. */
      services: z.array(id),
    }),
  ),
  /** How the hall decides whose turn it is, as far as a display says it. */
  order: z.strictObject({
    rule: z.enum(['share', 'first-come', 'strict', 'ratio']),
    mostOvertaken: z.number().int().nullable(),
  }),
  /** What the hall aims at, and lets those count on who missed their call. */
  standard: z.strictObject({
    targets: z.array(z.strictObject({ service: id, minutes: z.number() })),
    recalls: z.number().int(),
    reportMinutes: z.number(),
  }),
  /** What stands beside the calls in turn; a picture is at `pictureAddress`, so that another one is fetched. */
  notices: z.array(
    z.strictObject({
      id,
      title: text,
      body: text,
      picture: z.strictObject({ hash: z.string(), alt: z.string() }).nullable(),
    }),
  ),
  /** Of this display, and how far away its last reader sits; null: nobody measured. */
  panel: z.strictObject({ inches: z.number(), distanceMetres: z.number() }).nullable(),
})

export const counterDisplayView = z.strictObject({
  audience: z.literal('counter-display'),
  hall: z.strictObject(hall),
  /** Of its counter; null: the hall has none of that id any more. */
  label: z.string().nullable(),
  state: z.enum(['open', 'paused', 'closed']),
  /** Who is called to the counter, or served at it. */
  visitor: z.strictObject({ label: z.string(), state: z.enum(['called', 'serving']) }).nullable(),
  /** What is taken there, first choices first. */
  services: z.array(z.strictObject({ id, name: text })),
  /** Who sits there, if the hall shows that. */
  clerk: z
    .strictObject({
      name: z.string(),
      role: z.enum(['clerk', 'receptionist', 'supervisor', 'administrator']),
    })
    .nullable(),
})

const deskCounter = z.strictObject({
  id,
  label: z.string(),
  zone: text,
  profile: id,
  state: z.enum(['closed', 'open', 'paused']),
  /** Who has opened it, by name and by id. */
  clerk: z.string().nullable(),
  clerkId: id.nullable(),
  /** When a paused one means to be back, if that was said. */
  backAt: time.nullable(),
  visitor: z.string().nullable(),
})

const deskTicket = z.strictObject({
  id,
  label: z.string(),
  service: id,
  class: ticketClass,
  language,
  needs: z.array(need),
  /** Minutes waited, in ms since: waiting tickets count from here. */
  since: time,
  /** How long it should wait at most, in ms. */
  targetMs: z.number(),
  /** An appointment's time. */
  slot: time.nullable(),
  /** How often others were called before it, by what let them. */
  overtaken: z.strictObject({ rule: count, byHand: count, outOfTurn: count, back: count }),
  /** Who alone may call it; null: any counter that takes its service. */
  bound: binding,
  /** Until when its visitor was promised to be called, and whether that is likely to be kept; null: nothing was. */
  promised: z.strictObject({ until: time, kept: z.boolean() }).nullable(),
  /** It may be called at this desk. */
  mine: z.boolean(),
})

const waitingTicket = z.strictObject({
  ...deskTicket.shape,
  /** What keeps this desk from being given it now, and until when: null is until nobody waits for a first choice. */
  exception: z
    .strictObject({
      why: z.enum(['bound', 'just-back', 'language', 'fallback']),
      until: time.nullable(),
    })
    .nullable(),
  /** The free counter that it is offered. */
  offeredTo: id.nullable(),
})

/** Who has used the largest share of their target. */
const longestWait = z.strictObject({ label: z.string(), since: time, targetMs: z.number() })

const askedHelp = {
  /** Kiosks at which a visitor asks for a member of staff, the longest first. */
  assistance: z.array(z.strictObject({ kiosk: id, name: z.string(), since: time })),
  /** Counters at which a clerk asks for a colleague, the longest first; `coming` is who said to be on the way. */
  help: z.array(
    z.strictObject({
      counter: id,
      label: z.string(),
      name: z.string(),
      since: time,
      coming: z.string().nullable(),
    }),
  ),
}

/** What staff are told on pages that show nothing else of the queue. */
export const helpView = z.strictObject({ audience: z.literal('help'), ...askedHelp })

export const deskView = z.strictObject({
  audience: z.literal('desk'),
  hall: z.strictObject(hall),
  me: z.strictObject({ id, name: z.string(), rights: z.array(z.string()) }),
  /** How long a ticket is put aside if the clerk names no other term. */
  parkMinutes: count,
  /** Where a clerk has something translated, with the languages as `{from}` and `{to}`; null: nowhere. */
  translator: z.string().nullable(),
  /** How long a free counter waits before it calls the next by itself, if its clerk wants that. */
  autoCallSeconds: count,
  services: z.array(
    z.strictObject({
      id,
      name: text,
      waiting: z.number().int(),
      /** Why it gives no ticket now, or null. */
      closed: notIssued.nullable(),
      paused: pauseReason.nullable(),
      /** Null: until somebody resumes it. */
      pausedUntil: time.nullable(),
      promised: promised.nullable(),
      lastTickets: lastTickets.nullable(),
      /** It is taken at this desk. */
      mine: z.boolean(),
    }),
  ),
  ...askedHelp,
  profiles: z.array(z.strictObject({ id, name: text })),
  counters: z.array(deskCounter),
  shift: z
    .strictObject({
      counter: id,
      profile: id,
      pause: z.strictObject({ reason: z.string(), since: time, until: time.nullable() }).nullable(),
    })
    .nullable(),
  visitor: z
    .strictObject({
      ...deskTicket.shape,
      notes: z.array(z.string()),
      state: z.enum(['called', 'serving']),
      paused: z.boolean(),
      /** Of one called: when last; of one served: when the running or paused part began. */
      at: time,
      servedMs: z.number(),
      recallsLeft: count,
      /** From when on it may be called again, while it is called. */
      recallAt: time.nullable(),
      /** Why it was called; null if it is not here upon a call, or nobody knows. */
      reason: callReason.nullable(),
      /** What was said at the end of the visit, if it was summed up already. */
      summary: summary.nullable(),
      /** Until its first call; null if it joined the queue anew since. */
      waitedMs: z.number().nullable(),
      /** Its language is spoken at this desk, as far as the hall has set that. */
      spoken: z.boolean(),
      /** How its call was heard, and since when that is known; null once it is served, or if nobody knows. */
      announced: z
        .strictObject({
          state: z.enum(['pending', 'played', 'chimed', 'blocked', 'failed', 'none']),
          at: time,
        })
        .nullable(),
    })
    .nullable(),
  /** Of the visitor's service, in the languages of staff and of the visitor: what to bring, a line each, and the price. */
  information: z.strictObject({ bring: longText, price: longText }).nullable(),
  /** Of a free counter: whom its next call would bring, if it is also whom the counter is offered. */
  offer: z.strictObject({ label: z.string(), service: id }).nullable(),
  /** The first of those who wait, before others those who may be called here, in the order in which they came. */
  waiting: z.array(waitingTicket),
  waitingInAll: count,
  /** Whom the next call could bring. */
  waitingForMe: count,
  /** Of those who may be called at this desk. */
  longest: longestWait.nullable(),
  parked: z.array(
    z.strictObject({
      ...deskTicket.pick({ id: true, label: true }).shape,
      until: time,
      /** Where it was put aside. */
      counter: id,
      /** Who alone may take it up; null: any counter. */
      keptFor: binding,
      /** Of those that may be taken up here. */
      notes: z.array(z.string()),
    }),
  ),
  missed: z.array(z.strictObject({ ...deskTicket.pick({ id: true, label: true }).shape, until: time })),
  undo: z.strictObject({ step: z.string(), label: z.string() }).nullable(),
  /** Whose visit the counter's last step finished: it can still be summed up. */
  servedLast: z
    .strictObject({ id, label: z.string(), service: id, language, summary: summary.nullable() })
    .nullable(),
})

/** What a receptionist sees: which services give tickets, who waits, and whose promise is about to be broken. */
export const receptionView = z.strictObject({
  audience: z.literal('reception'),
  hall: z.strictObject(hall),
  services: z.array(
    z.strictObject({
      id,
      name: text,
      waiting: count,
      /** Why it gives no ticket now, or null. */
      closed: notIssued.nullable(),
      promised: promised.nullable(),
      /** What the next ticket will be called; null if no number is free. */
      next: z.string().nullable(),
    }),
  ),
  /** To which a ticket may be sent. */
  counters: z.array(
    deskCounter.pick({ id: true, label: true, state: true, clerk: true, clerkId: true, backAt: true }),
  ),
  /**
   * Of those who wait, the nearest to the end of their promise, or beyond it, first: the first of all and the first of
   * each service; empty for who may not see them.
   */
  waiting: z.array(
    z.strictObject({
      ...deskTicket.pick({ id: true, label: true, service: true, class: true, language: true }).shape,
      ...deskTicket.pick({ needs: true, since: true, targetMs: true, slot: true, promised: true }).shape,
    }),
  ),
  /** So many of these come before all others of the hall. */
  mostPressing: count,
  waitingInAll: count,
  /** Who was called and did not come, nearest to the end of their term. */
  missed: z.array(z.strictObject({ id, label: z.string(), service: id, until: time })),
  ...askedHelp,
})

export const ticketState = z.enum([
  'waiting',
  'called',
  'serving',
  'parked',
  'missed',
  'served',
  'no-show',
  'cancelled',
  'expired',
])

/** Of a service, in figures: the worst of those who wait is told by name. */
const watchedService = z.strictObject({
  id,
  name: text,
  waiting: count,
  longest: longestWait.nullable(),
  /** Who has waited most minutes, if that is somebody else. */
  oldest: z.strictObject({ label: z.string(), since: time }).nullable(),
  promised: promised.nullable(),
  /** Those that are open, and all that could be. */
  counters: z.strictObject({ open: count, able: count }),
  /** Why it gives no ticket now, or null. */
  closed: notIssued.nullable(),
  paused: pauseReason.nullable(),
  pausedUntil: time.nullable(),
  lastTickets: lastTickets.nullable(),
})

const watchedCounter = z.strictObject({
  id,
  label: z.string(),
  /** What is taken there now, and until when, if that was set for a while. */
  profile: id,
  profileUntil: time.nullable(),
  state: z.enum(['closed', 'free', 'called', 'serving', 'paused']),
  /** Since when it is in that state; null for one that is closed. */
  since: time.nullable(),
  /** Why it is paused. */
  pause: z.string().nullable(),
  clerk: z.string().nullable(),
  visitor: z.strictObject({ id, label: z.string(), service: id, paused: z.boolean() }).nullable(),
})

/** What is wrong with a device, one at a time. */
const deviceTrouble = z.strictObject({
  id,
  kind: z.enum(['kiosk', 'display', 'counter-display', 'print-agent']),
  name: z.string(),
  /** Away; its printer does not print; its screen stands still; its calls are not heard. */
  trouble: z.enum(['away', 'printer', 'still', 'silent']),
  /** Since when, if that is known. */
  since: time.nullable(),
  printer: printerState.nullable(),
})

export const supervisorView = z.strictObject({
  audience: z.literal('supervisor'),
  hall: z.strictObject(hall),
  me: z.strictObject({ id, name: z.string(), rights: z.array(z.string()) }),
  waitingInAll: count,
  /** Beyond these shares of the target, in percent, a wait is an alert, and beyond so many minutes; null: not by minutes. */
  alerts: z.strictObject({ attentionPercent: count, stopPercent: count, waitMinutes: count.nullable() }),
  /** In the hall's own order. */
  services: z.array(watchedService),
  profiles: z.array(z.strictObject({ id, name: text })),
  /** In the hall's own order, so that nobody is ranked. */
  counters: z.array(watchedCounter),
  /** How many there are, and what is wrong with which. */
  devices: z.strictObject({ all: count, wrong: z.array(deviceTrouble) }),
  ...askedHelp,
})

export const phoneView = z.strictObject({
  audience: z.literal('phone'),
  hall: z.strictObject(hall),
  ticket: id,
  label: z.string(),
  service: text,
  language,
  state: ticketState,
  /** How many of the same service come before it, while it waits. */
  ahead: z.number().int().nullable(),
  /** How long it still takes, while it waits, if that can be said. */
  promised: promised.nullable(),
  /** Until when it was promised at issue, once that will not be kept; and why, if that is known. */
  late: z
    .strictObject({
      promised: time,
      why: z.enum(['technical', 'staff', 'unforeseen', 'counters']).nullable(),
    })
    .nullable(),
  counter: z.strictObject({ label: z.string(), zone: text, direction }).nullable(),
  /** When last, while it is called: a call that is repeated is seen and felt again. */
  calledAt: time.nullable(),
  /** Why, while it is called. */
  reason: visitorReason.nullable(),
  /** What the hall has to tell everybody who waits, now. */
  message: text.nullable(),
  /** Until when a missed visitor may report back. */
  until: time.nullable(),
  /** What the visitor takes along from the counter, once the visit was summed up. */
  summary: summary.nullable(),
  mayCancel: z.boolean(),
})

export const view = z.discriminatedUnion('audience', [
  kioskView,
  displayView,
  counterDisplayView,
  deskView,
  receptionView,
  supervisorView,
  helpView,
  phoneView,
])

export type KioskView = z.output<typeof kioskView>
export type DisplayView = z.output<typeof displayView>
export type CounterDisplayView = z.output<typeof counterDisplayView>
export type HelpView = z.output<typeof helpView>
export type DeskView = z.output<typeof deskView>
export type DeskTicket = z.output<typeof deskTicket>
export type WaitingDeskTicket = DeskView['waiting'][number]
export type ReceptionView = z.output<typeof receptionView>
export type SupervisorView = z.output<typeof supervisorView>
export type PhoneView = z.output<typeof phoneView>
export type View = z.output<typeof view>
