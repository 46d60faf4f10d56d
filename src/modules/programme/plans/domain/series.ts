import type { Plan } from './plan.ts'

/** The text without what differs between two copies of one document: white space, character widths, page markers. */
export const comparableText = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/# Page \d+:/g, '')
    .replaceAll(/[\s\u200b-\u200f\ufeff]/g, '')

/** What is left of a title when years, drafts and the wording of notices are taken off. */
const stem = (title: string): string =>
  title
    .replaceAll(/\(.*?\)|（.*?）|[\d〇一二三四五六七八九十]+(?:年|[-—~至]\d+年?)|修订|调整|关于印发|的通知|《|》/g, '')
    .replaceAll(/\s/g, '')

/** Whether a draft reads like a new issue of a plan in force: the same subject by the same issuer. Never decides, only proposes. */
export const isLikelyNewIssue = (
  draft: Pick<Plan, 'title' | 'issuer'>,
  inForce: Pick<Plan, 'title' | 'issuer'>,
): boolean =>
  stem(draft.title) === stem(inForce.title) &&
  (draft.issuer === null || inForce.issuer === null || draft.issuer === inForce.issuer)
