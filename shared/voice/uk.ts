import type { Speech } from './speech.ts'
import { listed, named } from './tables.ts'

const marks = {
  tail: 'з хвостиком',
  hook: 'з галочкою',
  dot: 'з крапкою',
  bar: 'з рискою',
  accent: 'з наголосом',
  stroke: 'з перекресленням',
  dots: 'з двома крапками',
}

/** Latin letters by the names that Ukrainian gives them, in Cyrillic: a voice reads a Latin A as English. */
export const uk: Speech = {
  numbers: {
    small: listed(
      'нуль, один, два, три, чотири, п’ять, шість, сім, вісім, дев’ять, десять, одинадцять, дванадцять, тринадцять, ' +
        'чотирнадцять, п’ятнадцять, шістнадцять, сімнадцять, вісімнадцять, дев’ятнадцять',
    ),
    tens: listed('двадцять, тридцять, сорок, п’ятдесят, шістдесят, сімдесят, вісімдесят, дев’яносто'),
    beforeUnit: ' ',
    beforeSmall: ' ',
    hundreds: listed('сто, двісті, триста, чотириста, п’ятсот, шістсот, сімсот, вісімсот, дев’ятсот'),
    thousands: listed(
      'тисяча, дві тисячі, три тисячі, чотири тисячі, п’ять тисяч, шість тисяч, сім тисяч, вісім тисяч, дев’ять тисяч',
    ),
  },
  letters: {
    latin: named(
      'A а, B бе, C це, D де, E е, F еф, G ґе, H аш, I і, J йот, K ка, L ел, M ем, N ен, O о, P пе, Q ку, R ер, S ес, ' +
        'T те, U у, V ве, W дубль ве, X ікс, Y ігрек, Z зет',
    ),
    cyrillic: named(
      'А а, Б бе, В ве, Г ге, Ґ ґе, Д де, Е е, Ё російська йо, Є є, Ж же, З зе, И и, І і, Ї ї, Й йот, К ка, Л ел, М ем, ' +
        'Н ен, О о, П пе, Р ер, С ес, Т те, У у, Ф еф, Х ха, Ц це, Ч че, Ш ша, Щ ща, Ъ твердий знак, ' +
        'Ы російська и, Ь м’який знак, Э російська е, Ю ю, Я я',
    ),
    inCyrillic: (name) => `${name} кирилицею`,
    withMark: (name, mark) => `${name} ${marks[mark]}`,
  },
  sign: 'знак',
  ticket: (label) => `Номер ${label}`,
  counter: (label) => `підійдіть до вікна номер ${label}`,
}
