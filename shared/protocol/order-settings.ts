import { z } from 'zod'

import { standardOrder, type OrderSettings } from '../queue/order.ts'
import { id } from './parts.ts'

const minutes = z.number().min(0).max(480)
const calls = z.number().int().min(1, 'each class at least once a round').max(20)

/** How a hall decides whose turn it is. What a file leaves out is as in a new hall. */
export const orderSettings: z.ZodType<OrderSettings, unknown> = z.strictObject({
  rule: z.enum(['share', 'first-come', 'strict', 'ratio']).default(standardOrder.rule),
  mostOvertaken: z.number().int().min(1).max(1000).nullable().default(standardOrder.mostOvertaken),
  aheadFrom: z.number().min(0).max(2).nullable().default(standardOrder.aheadFrom),
  weights: z.record(id, z.number().min(0.1).max(10)).default(standardOrder.weights),
  ratio: z
    .strictObject({ priority: calls, appointment: calls, ordinary: calls })
    .default(standardOrder.ratio),
  priorityShare: z.number().min(0.1).max(1).default(standardOrder.priorityShare),
  appointmentMinutes: z.number().min(1).max(480).default(standardOrder.appointmentMinutes),
  lateMinutes: minutes.default(standardOrder.lateMinutes),
  fallbackMinutes: minutes.nullable().default(standardOrder.fallbackMinutes),
  boundMinutes: minutes.default(standardOrder.boundMinutes),
  languageMinutes: minutes.default(standardOrder.languageMinutes),
  justBackSeconds: z.number().min(0).max(600).default(standardOrder.justBackSeconds),
  callAtOnce: z.boolean().default(standardOrder.callAtOnce),
})

/** Of a hall that has chosen no order: as halls were before there was a choice. */
export const firstComeOrder: OrderSettings = {
  ...standardOrder,
  rule: 'first-come',
  mostOvertaken: null,
  fallbackMinutes: null,
  boundMinutes: 480,
  justBackSeconds: 0,
}
