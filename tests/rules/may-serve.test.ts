import { expect, test } from 'vitest'
import type { Candidate } from '#shared/queue/candidate.ts'
import { chooseNext } from '#shared/queue/choose-next.ts'
import { exceptionOf, mayCall, type Exception } from '#shared/queue/may-serve.ts'
import { minute, one, orderWith, papers } from './candidate.ts'

const now = 100 * minute
const order = orderWith()

const exceptions: readonly {
  says: string
  ticket: Candidate
  why: Exception['why']
  endsAt: number
}[] = [
  {
    says: 'one sent to a clerk waits for that clerk',
    ticket: one('passports', now, { bound: { clerk: 'bob' } }),
    why: 'bound',
    endsAt: now + 30 * minute,
  },
  {
    says: 'one sent to a counter waits for that counter, from when it was sent',
    ticket: one('passports', now - 50 * minute, { bound: { counter: 'c2' }, boundAt: now - minute }),
    why: 'bound',
    endsAt: now + 29 * minute,
  },
  {
    says: 'one who has just come back is not called at once',
    ticket: one('passports', now - 50 * minute, { back: { at: now, revision: 9 } }),
    why: 'just-back',
    endsAt: now + minute,
  },
  {
    says: 'one waits for a clerk who speaks the language',
    ticket: one('passports', now, { speakers: ['homes'] }),
    why: 'language',
    endsAt: now + 15 * minute,
  },
  {
    says: 'a fallback waits while others have a first choice',
    ticket: one('addresses', now),
    why: 'fallback',
    endsAt: now + 15 * minute,
  },
]

test.each(exceptions)('$says, and that ends by itself', ({ ticket, why, endsAt }) => {
  expect(exceptionOf(papers, ticket, order, now)).toEqual({ why, until: endsAt })
  expect(exceptionOf(papers, ticket, order, endsAt - 1)).not.toBeNull()
  expect(exceptionOf(papers, ticket, order, endsAt)).toBeNull()
  expect(chooseNext([ticket], papers, order, endsAt)?.chosen).toBe(0)
})

test('all but a fallback are passed by although the counter is idle', () => {
  for (const { ticket, why } of exceptions) {
    expect(chooseNext([ticket], papers, order, now)?.chosen ?? null).toBe(why === 'fallback' ? 0 : null)
  }
})

test('by hand all may be called but those who wait for somebody else by name', () => {
  for (const { ticket, why } of exceptions) expect(mayCall(papers, ticket, order, now)).toBe(why !== 'bound')
  expect(mayCall(papers, one('permits', now), order, now)).toBe(false)
})

test('one sent here is a first choice here, in whatever language and service', () => {
  const sent = one('permits', now, { bound: { clerk: 'ana' }, speakers: ['homes'] })
  expect(exceptionOf(papers, sent, order, now)).toBeNull()
  expect(chooseNext([sent], papers, order, now)?.chosen).toBe(0)
})

test('the out-of-turn wait neither for a language nor for a first choice', () => {
  const urgent = one('addresses', now, { class: 'out-of-turn', speakers: ['homes'] })
  expect(exceptionOf(papers, urgent, order, now)).toBeNull()
})

test('whom an exception keeps from the counter, its calls do not overtake', () => {
  for (const { ticket } of exceptions.filter(({ why }) => why !== 'fallback')) {
    const later = one('licences', now, { order: now + 1 })
    const choice = chooseNext([ticket, later], papers, order, now)
    expect(choice).toMatchObject({ chosen: 1, overtaken: { earlier: [] } })
  }
})
