/** Words a plan's title ends with, and words the notice that sends it round ends with. */

const PLAN_WORDS =
  '方案|计划|规划|要点|意见|措施|举措|办法|清单|纲要|细则|规定|条例|预案|指南|指引|路线图|任务书|分工|任务|工作安排|工作思路|政策|若干政策|行动|责任状|规程|规则|目标|打算|任务分解|责任分解|任务分解表|责任分解表|分工表|任务表|台账'
const TAIL = '(?:\\((?:[^()]{1,24}|\\d{4}[-—–]{1,2}\\d{4}年?)\\)|\\s?20\\d{2}\\s?[-—–~]{1,2}\\s?20\\d{2}\\s?年){0,2}'
const PLAN_TITLE = new RegExp(`(?:${PLAN_WORDS})${TAIL}$`)
const NOTICE_TITLE = new RegExp(`(?:通知|公告|函|批复|决定|通报|印发.{4,60}|报告)${TAIL}$`)
const STOPS = /[。;!?]|^(?:为|根据|按照|各|现将|经|请|附件|来源|联系|\()/

const fits = (text: string): boolean => text.length >= 6 && text.length <= 130 && !STOPS.test(text)

/** The title of a plan: short, without a full stop, ending in 方案, 计划, 要点, 意见 or the like. */
export const isPlanTitle = (text: string): boolean =>
  fits(text) && PLAN_TITLE.test(text) && !/[,:]/.test(text.replace(/\([^()]*\)/g, ''))

/** The title of the notice that sends a plan round, or of a work report. */
export const isNoticeTitle = (text: string): boolean => fits(text) && NOTICE_TITLE.test(text)

export const isTitle = (text: string): boolean => isPlanTitle(text) || isNoticeTitle(text)
