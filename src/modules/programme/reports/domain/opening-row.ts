import { z } from 'zod'
import { fieldsOf } from '#kernel/fields.ts'
import { sheetColumns } from '#kernel/registry/compare-rows.ts'
import { text } from '#kernel/registry/kinds.ts'

/** A row of the sheet of the opening state, and of the ledgers offices kept before, in the order of the template. */
const OpeningRow = z.object({
  number: text('编号', { aliases: ['任务编号', '序号', '项目编号'], width: 8 }).nullable(),
  title: text('任务', {
    aliases: ['任务名称', '工作任务', '重点任务', '主要任务', '任务内容', '工作内容', '工作事项', '事项', '重点工作', '重点工作任务', '目标任务'],
    help: '与方案中的任务名称一致；总体目标写“总体目标”',
    width: 30,
  }), // biome-ignore format: one list
  target: text('目标', {
    most: 500,
    aliases: ['目标名称', '指标', '指标名称', '工作目标', '年度目标', '具体目标', '目标内容'],
    help: '填数的行写明是哪个目标；只说任务的行留空',
    width: 24,
  }).nullable(),
  aim: text('要求', {
    most: 500,
    aliases: ['目标值', '计划数', '目标数'],
    help: '供核对，不读入',
    width: 16,
  }).nullable(),
  due: text('完成时限', {
    aliases: ['完成期限', '时限', '截止时间', '计划完成时间'],
    help: '供核对，不读入',
    width: 12,
  }).nullable(),
  leads: text('牵头单位', {
    most: 500,
    aliases: ['责任单位', '主要责任单位', '牵头部门'],
    help: '供核对，不读入',
    width: 18,
  }).nullable(),
  state: text('完成情况', {
    most: 2000,
    aliases: [
      '完成状态', '完成进度', '进展情况', '目前进展', '工作进展', '进展', '进度', '落实情况', '推进情况', '办理情况', '工作进展情况',
      '任务进展', '是否完成', '状态',
    ],
    help: '已完成、进行中、未开始、不清楚；用文字写的也能认出大部分，认不出的试导时列出',
    width: 14,
  }).nullable(), // biome-ignore format: one list
  doneOn: text('完成日期', {
    aliases: ['办结日期', '完成时间', '办结时间', '实际完成时间'],
    help: '写成 2024-03-18',
    width: 12,
  }).nullable(),
  value: text('目前数值', {
    aliases: ['完成数', '完成值', '实际完成', '实际完成数', '累计完成', '目前完成', '完成数量', '现状值', '当前值', '完成量', '实绩'],
    help: '数字，可带目标的单位；做到没做到的写“是”或“否”',
    width: 12,
  }).nullable(), // biome-ignore format: one list
  asOf: text('数值截至', {
    aliases: ['截至日期', '数据截至', '统计日期', '截至时间'],
    help: '写成 2024-03-18；留空则按写入时填的日期',
    width: 12,
  }).nullable(),
  from: text('依据', {
    most: 500,
    aliases: ['来源', '数据来源', '依据材料', '佐证', '备注', '说明'],
    width: 30,
  }).nullable(),
})
export type OpeningRow = z.infer<typeof OpeningRow>

export const openingFields = fieldsOf(OpeningRow)
export const openingKeys = ['title'] as const
export const openingColumns = sheetColumns(openingFields, openingKeys)
/** What a row of the targets of no task bears in the place of a task. */
export const overallTitle = '总体目标'
