import type { LampColour } from '#ui/lamp.tsx'

/** 绿 黄 红 灰, as they stand in a sentence. */
export const lampWords: Record<LampColour, string> = { green: '绿', yellow: '黄', red: '红', grey: '灰' }
