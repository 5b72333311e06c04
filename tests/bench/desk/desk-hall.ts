import type { HallConfig } from '#shared/queue/config.ts'

import { benchHall } from '../bench-hall.ts'

const names = [
  ['Socialinių išmokų ir kompensacijų skyrimas', 'Granting of social benefits and compensation'],
  ['Asmens tapatybės kortelė ir pasas', 'Identity card and passport'],
  ['Gyvenamosios vietos deklaravimas', 'Declaration of the place of residence'],
  ['Civilinė metrikacija', 'Civil registration'],
  ['Būsto ir šildymo kompensacijos', 'Housing and heating compensation'],
  ['Statybos leidimai ir žemės sklypai', 'Building permits and plots of land'],
  ['Mokesčiai ir mokėjimai', 'Taxes and payments'],
  ['Informacija ir prašymų priėmimas', 'Information and reception of applications'],
] as const

/** The hall of the benches, with names as long as services have them. */
export function longNames(counters: number): HallConfig {
  const hall = benchHall(counters)
  const services = hall.services.map((service, n) => {
    const [lt, en] = names[n % names.length]!
    return { ...service, name: { lt, en } }
  })
  return { ...hall, services }
}
