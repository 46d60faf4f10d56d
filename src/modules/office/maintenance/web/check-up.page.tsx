import { Button } from 'antd'
import { minuteOf } from '#kernel/moment.ts'
import { useRead } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { type CheckUpView, maintenanceContract } from '../contract.ts'
import { checkSigns } from '../domain/check.ts'
import './maintenance.css'

function summary({ checks }: CheckUpView): string {
  const bad = checks.filter(({ level }) => level === 'bad').length
  const warnings = checks.filter(({ level }) => level === 'warning').length
  if (bad > 0) return `${bad} 项须立即处理${warnings > 0 ? `，${warnings} 项须留意` : ''}。`
  return warnings > 0 ? `没有须立即处理的，${warnings} 项须留意。` : `${checks.length} 项全部正常。`
}

/** What stands well, what does not, and what to do about it; the same as `guatu doctor` says. */
export function Page() {
  const found = useRead(maintenanceContract.checkUp, {})
  return (
    <Screen
      title="体检"
      width="reading"
      actions={
        <Button loading={found.isFetching} onClick={() => void found.refetch()}>
          再查一次
        </Button>
      }
    >
      <Reading of={found}>
        {(view) => (
          <Sheet title={summary(view)} aside={<span className="quiet">{minuteOf(view.checkedAt)} 检查</span>}>
            <ul className="check-list">
              {view.checks.map(({ code, level, title, sentence }) => (
                <li key={code} data-level={level}>
                  <i aria-hidden>{checkSigns[level]}</i>
                  <b>{title}</b>
                  <span>{sentence}</span>
                </li>
              ))}
            </ul>
          </Sheet>
        )}
      </Reading>
    </Screen>
  )
}
