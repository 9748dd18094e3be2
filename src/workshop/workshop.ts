import { AppError, isStoreFault } from '../errors.ts';
import { caught, cards, changeAnswer, openAnswer } from './answer-requests.ts';
import type { Editor, Workshop, WorkshopAnswer, WorkshopRequest } from './editor.ts';
import { changeImport, openImport } from './import-requests.ts';
import { showAnswers } from './pages/answers.ts';
import { showExplanation } from './pages/explain.ts';
import { failure, notice } from './pages/layout.ts';
import { sendReport, showReport } from './pages/report.ts';
import type { WorkshopParts } from './parts.ts';
import { changeQueue, openQueue } from './queue-requests.ts';
import { standing } from './standing.ts';
import { workshopTexts } from './texts.ts';
import { readQueue } from './waiting.ts';

type Handler = (request: WorkshopRequest, editor: Editor, parts: WorkshopParts) => Promise<WorkshopAnswer>;

const openAnswers: Handler = async (request, editor, parts) => {
  const { gone } = workshopTexts[editor.locale].answer;
  const told = request.query.get('gone') === '1' ? [notice('good', gone)] : [];
  return showAnswers(request, editor, parts, [...told, ...(await standing(editor, parts))]);
};

const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET /': openAnswers,
  'GET /answer': openAnswer,
  'POST /answer': changeAnswer,
  'POST /card': (request, editor, parts) => Promise.resolve(cards(request, parts, editor)),
  'POST /caught': caught,
  'GET /queue': openQueue,
  'POST /queue': changeQueue,
  'GET /report': async (request, editor, parts) =>
    showReport(request, editor, parts, await readQueue(editor, parts)),
  'GET /report.csv': async (request, editor, parts) =>
    sendReport(request, editor, parts, await readQueue(editor, parts)),
  'GET /import': openImport,
  'POST /import': changeImport,
  'GET /explain': (request, editor, parts) =>
    Promise.resolve(showExplanation(request, editor, parts.known())),
};

/**
 * Puts the workshop together. What a person can mend is said on a page; whatever else fails is thrown.
 *
 * @param partsOf what an editor works with: each company's work on what their people are told
 */
export function createWorkshop(partsOf: (editor: Editor) => Promise<WorkshopParts>): Workshop {
  return async (request, editor) => {
    const handler = HANDLERS[`${request.method} ${request.path}`];
    if (handler === undefined) return failure(workshopTexts[editor.locale].errors.notFound, 404, editor);
    try {
      return await handler(request, editor, await partsOf(editor));
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'invalid-input' && !isStoreFault(error)))
        throw error;
      return failure(workshopTexts[editor.locale].errors.failed(error.message), 422, editor);
    }
  };
}
