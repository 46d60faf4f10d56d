import { LoadingOutlined } from '@ant-design/icons'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import { type ReactNode, StrictMode } from 'react'
import { useFocusReturns } from './focus-returns.ts'
import { FormConflicts } from './form-conflict.tsx'
import { useMedia } from './media.ts'
import { resting, theme } from './theme.ts'
import './css-variables.ts'
import './global.css'

/** The kit would name the buttons of the calendar otherwise than they read: 选择年份 for 2026年. */
const { DatePicker: picker } = zhCN
const locale = picker
  ? { ...zhCN, DatePicker: { ...picker, lang: { ...picker.lang, yearSelect: '', monthSelect: '' } } }
  : zhCN

/** Without the kit's own motion: an act that ends at once would leave the icon behind, unseen but read aloud. */
const working = <LoadingOutlined aria-label="正在处理" />

/** What stands around the whole product: language, look, notices, cache of readings. */
export function Root({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  useFocusReturns()
  const look = useMedia('(prefers-reduced-motion: reduce)') ? resting : theme
  return (
    <StrictMode>
      <ConfigProvider theme={look} locale={locale} button={{ autoInsertSpace: false, loadingIcon: working }}>
        <App>
          <QueryClientProvider client={queries}>
            <FormConflicts>{children}</FormConflicts>
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StrictMode>
  )
}
