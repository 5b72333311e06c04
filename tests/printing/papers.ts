import type { Paper, PaperSection } from '#server/printing/paper.ts'

const lithuanian: PaperSection = {
  language: 'lt',
  service: 'Gyvenamosios vietos deklaravimas',
  lines: ['Prieš Jus laukia 7', 'Kviesime po 10–20 min.', 'Laukite I aukšte, prie langelių 1–6'],
}

const others: Readonly<Record<string, PaperSection>> = {
  en: {
    language: 'en',
    service: 'Declaring where you live',
    lines: [
      '7 people ahead of you',
      'Your turn in about 10–20 min',
      'Wait on the ground floor, by counters 1–6',
    ],
  },
  ru: {
    language: 'ru',
    service: 'Декларирование места жительства',
    lines: ['Перед Вами ожидают 7', 'Вызовем через 10–20 мин.', 'Ожидайте на 1\u00a0этаже, у окон 1–6'],
  },
  pl: {
    language: 'pl',
    service: 'Zgłoszenie miejsca zamieszkania',
    lines: [
      'Przed Państwem czeka 7 osób',
      'Wezwiemy za 10–20 min',
      'Prosimy czekać na parterze, przy okienkach 1–6',
    ],
  },
  uk: {
    language: 'uk',
    service: 'Декларування місця проживання',
    lines: ['Перед Вами очікують 7', 'Викличемо через 10–20 хв', 'Чекайте на 1\u00a0поверсі, біля вікон 1–6'],
  },
}

const captions: Readonly<Record<string, string>> = {
  en: 'Scan to follow your turn',
  ru: 'Сканируйте, чтобы следить за очередью',
  pl: 'Zeskanuj kod, by śledzić kolejkę',
  uk: 'Скануйте, щоб стежити за чергою',
}

/** A ticket as a hall would print it, in Lithuanian and perhaps one more language. */
export function paperIn(language: string): Paper {
  const other = others[language]
  return {
    hall: 'Vilniaus miesto savivaldybė',
    label: 'A12',
    sections: other === undefined ? [lithuanian] : [lithuanian, other],
    issuedAt: '2026-11-22 10:31',
    qr: 'https://eile.example.lt/t/K7M2Q9XD4HVT',
    qrCaption: [
      'Nuskaitykite ir sekite eilę telefone',
      ...(other === undefined ? [] : [captions[language]!]),
    ],
    footer: ['Bilietas galioja tik šiandien'],
    copy: null,
  }
}

export const papers: Readonly<Record<string, Paper>> = {
  lt: paperIn('lt'),
  'lt-en': paperIn('en'),
  'lt-ru': paperIn('ru'),
  'lt-pl': paperIn('pl'),
  'lt-uk': { ...paperIn('uk'), label: 'Ž1024-07', copy: 'KOPIJA' },
}
