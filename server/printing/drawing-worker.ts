import type { Picture } from './picture.ts'
import { answerQuestions } from '../worker-side.ts'
import type { DrawRequest } from './drawing.ts'
import { loadFonts, paint } from './paint.ts'

loadFonts()
answerQuestions<DrawRequest, Picture>(({ paper, widthDots }) => paint(paper, widthDots))
