import { cadenceMarks, taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill } from '#ui/parts.tsx'
import type { WebModule } from '#ui/screen.ts'

/** When people meet about a programme and what became of it. */
export const meetingsWeb: WebModule = {
  screens: [
    {
      path: '/programmes/$programmeId/meetings',
      page: () => import('./meeting-list.page.tsx'),
      label: '会商',
      help: '按方案规定安排会议，查看历次会议、议定事项和落实情况。',
      shows: 'meetings.listMeetings',
      place: 'programme/meetings',
    },
    {
      path: '/meetings/$meetingId',
      page: () => import('./meeting.page.tsx'),
      label: '会议',
      help: '一次会议的议程、参会单位和议定事项。议程按数据自动拟定，可增减、调整顺序、导出材料。',
      shows: 'meetings.getMeeting',
      under: '/programmes/$programmeId/meetings',
    },
    {
      path: '/meetings/$meetingId/minutes',
      page: () => import('./minutes.page.tsx'),
      label: '会议记录',
      help: '粘贴或上传会议记录，读出议定事项，逐条立为任务、并入任务或说明不立，然后印发纪要。',
      shows: 'meetings.getMinutes',
      under: '/programmes/$programmeId/meetings',
    },
    {
      path: '/meetings/$meetingId/present',
      page: () => import('./present.page.tsx'),
      label: '议程演示',
      help: '在会议室大屏上逐个议题演示，用方向键翻页。',
      shows: 'meetings.getMeeting',
      bare: true,
    },
  ],
  parts: [
    fill(cadenceMarks, 50, () => import('./cadence-mark.tsx')),
    fill(taskSections, 50, () => import('./task-decisions.tsx')),
  ],
}
