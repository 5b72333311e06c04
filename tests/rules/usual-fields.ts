import type { CommandName, Commands } from '#shared/queue/command.ts'

/** What a test leaves out where it is about something else. */
const usual = {
  'ticket:issue': { counter: null },
  'ticket:call-next': { service: null },
  'ticket:finish': { result: 'done', quantity: 1 },
  'ticket:park': { note: '' },
  'shift:pause': { minutes: null },
  'service:pause': { until: null },
} as const satisfies { readonly [N in CommandName]?: Partial<Commands[N]> }

type Usual = typeof usual
type LeftOut<N> = N extends keyof Usual ? keyof Usual[N] : never

/** The fields of a command as tests write them. */
export type Fields<N extends CommandName> = Omit<Commands[N], LeftOut<N>> & Partial<Commands[N]>

export type AskedCommand = { [N in CommandName]: { readonly type: N } & Fields<N> }[CommandName]

export function usualFields(type: CommandName): object {
  return (usual as { readonly [N in CommandName]?: object })[type] ?? {}
}
