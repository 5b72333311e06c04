import type { Speech } from './speech.ts'
import { listed, named } from './tables.ts'

const marks = {
  tail: 'su uodegėle',
  hook: 'su varnele',
  dot: 'su taškeliu',
  bar: 'su brūkšniu viršuje',
  accent: 'su kirčio ženklu',
  stroke: 'perbraukta',
  dots: 'su dviem taškeliais',
}

/** The letters' names are those of the State Commission of the Lithuanian Language (vlkk.lt, “Abėcėlė”). */
export const lt: Speech = {
  numbers: {
    small: listed(
      'nulis, vienas, du, trys, keturi, penki, šeši, septyni, aštuoni, devyni, dešimt, vienuolika, dvylika, trylika, ' +
        'keturiolika, penkiolika, šešiolika, septyniolika, aštuoniolika, devyniolika',
    ),
    tens: listed(
      'dvidešimt, trisdešimt, keturiasdešimt, penkiasdešimt, šešiasdešimt, septyniasdešimt, aštuoniasdešimt, ' +
        'devyniasdešimt',
    ),
    beforeUnit: ' ',
    beforeSmall: ' ',
    hundreds: listed(
      'šimtas, du šimtai, trys šimtai, keturi šimtai, penki šimtai, šeši šimtai, septyni šimtai, aštuoni šimtai, ' +
        'devyni šimtai',
    ),
    thousands: listed(
      'tūkstantis, du tūkstančiai, trys tūkstančiai, keturi tūkstančiai, penki tūkstančiai, šeši tūkstančiai, ' +
        'septyni tūkstančiai, aštuoni tūkstančiai, devyni tūkstančiai',
    ),
  },
  letters: {
    latin: named(
      'A a, Ą a nosinė, B bė, C cė, Č čė, D dė, E e, Ę e nosinė, Ė ė, F ef, G gė, H ha, I i, Į i nosinė, Y i ilgoji, ' +
        'J jot, K ka, L el, M em, N en, O o, P pė, Q kū, R er, S es, Š eš, T tė, U u, Ų u nosinė, Ū u ilgoji, V vė, ' +
        'W vė dviguboji, X iks, Z zė, Ž žė',
    ),
    cyrillic: named(
      'А a, Б bė, В vė, Г gė, Ґ ukrainiečių gė, Д dė, Е je, Ё jo, Є ukrainiečių je, Ж žė, З zė, И i, ' +
        'І i su taškeliu, Ї ji, Й i trumpoji, К ka, Л el, М em, Н en, О o, П pė, Р er, С es, Т tė, У u, Ф ef, Х cha, ' +
        'Ц cė, Ч čė, Ш ša, Щ šča, Ъ kietumo ženklas, Ы jery, Ь minkštumo ženklas, Э e, Ю ju, Я ja',
    ),
    inCyrillic: (name) => `kirilicos ${name}`,
    withMark: (name, mark) => `${name} ${marks[mark]}`,
  },
  sign: 'ženklas',
  ticket: (label) => `Numeris ${label}`,
  counter: (label) => `prašome prie langelio numeris ${label}`,
}
