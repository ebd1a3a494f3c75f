// Forms drawn from their definitions.
export { AnswersSummary, type AnswersSummaryProps } from './answers-summary.tsx';
export { errorLines, FormPage, type FormPageProps } from './form-page.tsx';
