import { Button } from 'antd'

/** Codes that stand in for the phone, each once; shown this one time. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="form-stack">
      <p>动态口令已启用。下面的恢复码在手机不在身边时代替动态口令，每个只能用一次。</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="quiet">只显示这一次，请打印或抄下，与手机分开保管。</p>
      <div className="no-print">
        <Button onClick={() => window.print()}>打印</Button>
      </div>
    </div>
  )
}
