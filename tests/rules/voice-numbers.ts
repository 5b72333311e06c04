import type { Language } from '#shared/queue/config.ts'

/** Numbers as grammars write them: cardinals in the nominative, masculine. */
export const numbersIn: Readonly<Record<Language, string>> = {
  lt: `
    0 nulis, 1 vienas, 2 du, 3 trys, 4 keturi, 5 penki, 6 šeši, 7 septyni, 8 aštuoni, 9 devyni, 10 dešimt
    11 vienuolika, 12 dvylika, 13 trylika, 14 keturiolika, 15 penkiolika, 16 šešiolika, 17 septyniolika
    18 aštuoniolika, 19 devyniolika, 20 dvidešimt, 21 dvidešimt vienas, 30 trisdešimt, 32 trisdešimt du
    40 keturiasdešimt, 43 keturiasdešimt trys, 50 penkiasdešimt, 54 penkiasdešimt keturi, 60 šešiasdešimt
    65 šešiasdešimt penki, 70 septyniasdešimt, 76 septyniasdešimt šeši, 80 aštuoniasdešimt
    87 aštuoniasdešimt septyni, 90 devyniasdešimt, 98 devyniasdešimt aštuoni, 99 devyniasdešimt devyni
    100 šimtas, 101 šimtas vienas, 102 šimtas du, 105 šimtas penki, 109 šimtas devyni, 110 šimtas dešimt
    111 šimtas vienuolika, 112 šimtas dvylika, 115 šimtas penkiolika, 117 šimtas septyniolika
    119 šimtas devyniolika, 120 šimtas dvidešimt, 123 šimtas dvidešimt trys, 170 šimtas septyniasdešimt
    200 du šimtai, 300 trys šimtai, 400 keturi šimtai, 500 penki šimtai, 600 šeši šimtai, 700 septyni šimtai
    800 aštuoni šimtai, 900 devyni šimtai, 999 devyni šimtai devyniasdešimt devyni, 1000 tūkstantis
    1001 tūkstantis vienas, 1017 tūkstantis septyniolika, 1100 tūkstantis šimtas, 2000 du tūkstančiai
    2345 du tūkstančiai trys šimtai keturiasdešimt penki, 3000 trys tūkstančiai, 4000 keturi tūkstančiai
    5000 penki tūkstančiai, 6000 šeši tūkstančiai, 7000 septyni tūkstančiai, 8000 aštuoni tūkstančiai
    9000 devyni tūkstančiai, 9999 devyni tūkstančiai devyni šimtai devyniasdešimt devyni`,
  en: `
    0 zero, 1 one, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve
    13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen, 19 nineteen, 20 twenty
    21 twenty-one, 30 thirty, 32 thirty-two, 40 forty, 43 forty-three, 50 fifty, 54 fifty-four, 60 sixty
    65 sixty-five, 70 seventy, 76 seventy-six, 80 eighty, 87 eighty-seven, 90 ninety, 98 ninety-eight
    99 ninety-nine, 100 one hundred, 101 one hundred and one, 102 one hundred and two, 105 one hundred and five
    109 one hundred and nine, 110 one hundred and ten, 111 one hundred and eleven, 112 one hundred and twelve
    115 one hundred and fifteen, 117 one hundred and seventeen, 119 one hundred and nineteen
    120 one hundred and twenty, 123 one hundred and twenty-three, 170 one hundred and seventy, 200 two hundred
    300 three hundred, 400 four hundred, 500 five hundred, 600 six hundred, 700 seven hundred, 800 eight hundred
    900 nine hundred, 999 nine hundred and ninety-nine, 1000 one thousand, 1001 one thousand and one
    1017 one thousand and seventeen, 1100 one thousand one hundred, 2000 two thousand
    2345 two thousand three hundred and forty-five, 3000 three thousand, 4000 four thousand, 5000 five thousand
    6000 six thousand, 7000 seven thousand, 8000 eight thousand, 9000 nine thousand
    9999 nine thousand nine hundred and ninety-nine`,
  ru: `
    0 ноль, 1 один, 2 два, 3 три, 4 четыре, 5 пять, 6 шесть, 7 семь, 8 восемь, 9 девять, 10 десять, 11 одиннадцать
    12 двенадцать, 13 тринадцать, 14 четырнадцать, 15 пятнадцать, 16 шестнадцать, 17 семнадцать, 18 восемнадцать
    19 девятнадцать, 20 двадцать, 21 двадцать один, 30 тридцать, 32 тридцать два, 40 сорок, 43 сорок три
    50 пятьдесят, 54 пятьдесят четыре, 60 шестьдесят, 65 шестьдесят пять, 70 семьдесят, 76 семьдесят шесть
    80 восемьдесят, 87 восемьдесят семь, 90 девяносто, 98 девяносто восемь, 99 девяносто девять, 100 сто
    101 сто один, 102 сто два, 105 сто пять, 109 сто девять, 110 сто десять, 111 сто одиннадцать
    112 сто двенадцать, 115 сто пятнадцать, 117 сто семнадцать, 119 сто девятнадцать, 120 сто двадцать
    123 сто двадцать три, 170 сто семьдесят, 200 двести, 300 триста, 400 четыреста, 500 пятьсот, 600 шестьсот
    700 семьсот, 800 восемьсот, 900 девятьсот, 999 девятьсот девяносто девять, 1000 тысяча, 1001 тысяча один
    1017 тысяча семнадцать, 1100 тысяча сто, 2000 две тысячи, 2345 две тысячи триста сорок пять, 3000 три тысячи
    4000 четыре тысячи, 5000 пять тысяч, 6000 шесть тысяч, 7000 семь тысяч, 8000 восемь тысяч, 9000 девять тысяч
    9999 девять тысяч девятьсот девяносто девять`,
  pl: `
    0 zero, 1 jeden, 2 dwa, 3 trzy, 4 cztery, 5 pięć, 6 sześć, 7 siedem, 8 osiem, 9 dziewięć, 10 dziesięć
    11 jedenaście, 12 dwanaście, 13 trzynaście, 14 czternaście, 15 piętnaście, 16 szesnaście, 17 siedemnaście
    18 osiemnaście, 19 dziewiętnaście, 20 dwadzieścia, 21 dwadzieścia jeden, 30 trzydzieści, 32 trzydzieści dwa
    40 czterdzieści, 43 czterdzieści trzy, 50 pięćdziesiąt, 54 pięćdziesiąt cztery, 60 sześćdziesiąt
    65 sześćdziesiąt pięć, 70 siedemdziesiąt, 76 siedemdziesiąt sześć, 80 osiemdziesiąt, 87 osiemdziesiąt siedem
    90 dziewięćdziesiąt, 98 dziewięćdziesiąt osiem, 99 dziewięćdziesiąt dziewięć, 100 sto, 101 sto jeden
    102 sto dwa, 105 sto pięć, 109 sto dziewięć, 110 sto dziesięć, 111 sto jedenaście, 112 sto dwanaście
    115 sto piętnaście, 117 sto siedemnaście, 119 sto dziewiętnaście, 120 sto dwadzieścia
    123 sto dwadzieścia trzy, 170 sto siedemdziesiąt, 200 dwieście, 300 trzysta, 400 czterysta, 500 pięćset
    600 sześćset, 700 siedemset, 800 osiemset, 900 dziewięćset, 999 dziewięćset dziewięćdziesiąt dziewięć
    1000 tysiąc, 1001 tysiąc jeden, 1017 tysiąc siedemnaście, 1100 tysiąc sto, 2000 dwa tysiące
    2345 dwa tysiące trzysta czterdzieści pięć, 3000 trzy tysiące, 4000 cztery tysiące, 5000 pięć tysięcy
    6000 sześć tysięcy, 7000 siedem tysięcy, 8000 osiem tysięcy, 9000 dziewięć tysięcy
    9999 dziewięć tysięcy dziewięćset dziewięćdziesiąt dziewięć`,
  uk: `
    0 нуль, 1 один, 2 два, 3 три, 4 чотири, 5 п’ять, 6 шість, 7 сім, 8 вісім, 9 дев’ять, 10 десять, 11 одинадцять
    12 дванадцять, 13 тринадцять, 14 чотирнадцять, 15 п’ятнадцять, 16 шістнадцять, 17 сімнадцять, 18 вісімнадцять
    19 дев’ятнадцять, 20 двадцять, 21 двадцять один, 30 тридцять, 32 тридцять два, 40 сорок, 43 сорок три
    50 п’ятдесят, 54 п’ятдесят чотири, 60 шістдесят, 65 шістдесят п’ять, 70 сімдесят, 76 сімдесят шість
    80 вісімдесят, 87 вісімдесят сім, 90 дев’яносто, 98 дев’яносто вісім, 99 дев’яносто дев’ять, 100 сто
    101 сто один, 102 сто два, 105 сто п’ять, 109 сто дев’ять, 110 сто десять, 111 сто одинадцять
    112 сто дванадцять, 115 сто п’ятнадцять, 117 сто сімнадцять, 119 сто дев’ятнадцять, 120 сто двадцять
    123 сто двадцять три, 170 сто сімдесят, 200 двісті, 300 триста, 400 чотириста, 500 п’ятсот, 600 шістсот
    700 сімсот, 800 вісімсот, 900 дев’ятсот, 999 дев’ятсот дев’яносто дев’ять, 1000 тисяча, 1001 тисяча один
    1017 тисяча сімнадцять, 1100 тисяча сто, 2000 дві тисячі, 2345 дві тисячі триста сорок п’ять, 3000 три тисячі
    4000 чотири тисячі, 5000 п’ять тисяч, 6000 шість тисяч, 7000 сім тисяч, 8000 вісім тисяч, 9000 дев’ять тисяч
    9999 дев’ять тисяч дев’ятсот дев’яносто дев’ять`,
}
