import { ink } from '#ui/ink.ts'
import type { LampColour } from '#ui/lamp.tsx'

export interface Palette {
  paper: string
  text: string
  secondary: string
  hairline: string
  line: string
  accent: string
  today: string
  band: string
  bar: Record<LampColour, { fill: string; stroke: string; lamp: string }>
}

export const light: Palette = {
  paper: ink.surface,
  text: ink.text,
  secondary: '#565b62',
  hairline: '#ebe8e2',
  line: '#b9b4a9',
  accent: ink.accent,
  today: ink.red,
  band: '#f7f6f3',
  bar: {
    green: { fill: '#e9f2ec', stroke: ink.green, lamp: ink.green },
    yellow: { fill: '#fbf2df', stroke: ink.yellow, lamp: ink.yellow },
    red: { fill: '#fae6e3', stroke: ink.red, lamp: ink.red },
    grey: { fill: '#f3f2ef', stroke: '#8d929a', lamp: ink.grey },
  },
}

/** For a wall screen in a dim room. */
export const dark: Palette = {
  paper: '#14181d',
  text: '#eef0f2',
  secondary: '#aab1ba',
  hairline: '#262c33',
  line: '#4a525c',
  accent: '#8fb6ea',
  today: '#ff7a6e',
  band: '#1a1f25',
  bar: {
    green: { fill: '#1c3a2a', stroke: '#5fb487', lamp: '#5fb487' },
    yellow: { fill: '#42351a', stroke: '#dba94a', lamp: '#dba94a' },
    red: { fill: '#4a211e', stroke: '#ef7a6f', lamp: '#ef7a6f' },
    grey: { fill: '#272c33', stroke: '#8d96a1', lamp: '#c3cad2' },
  },
}

export const lampWords: Record<LampColour, string> = {
  green: '正常',
  yellow: '预警',
  red: '滞后',
  grey: '未到期或未报送',
}
