import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { NameMatch, Settlement } from '../../contract.ts'
import { mentionWords } from './name-words.ts'

interface SettleAllDialogProps {
  names: readonly NameMatch[]
  onSettle: (settlements: Settlement[]) => Promise<unknown>
  onClose: () => void
}

/** Adds many names to the register at once, after one look at them; those that resemble an agency wait for a decision. */
export function SettleAllDialog({ names, onSettle, onClose }: SettleAllDialogProps) {
  const [chosen, setChosen] = useState(
    () => new Set(names.filter(({ match }) => match.candidates.length === 0).map(({ name }) => name)),
  )
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const toggle = (name: string) =>
    setChosen((old) => new Set(old.has(name) ? [...old].filter((one) => one !== name) : [...old, name]))
  const settle = async () => {
    setPending(true)
    try {
      await onSettle([...chosen].map((name) => ({ as: 'new', name, standardName: name })))
      onClose()
    } catch (problem) {
      setRefusal(problem instanceof Error ? problem.message : String(problem))
    }
    setPending(false)
  }
  return (
    <Modal
      open
      title="新增到单位名录"
      okText={`新增 ${chosen.size} 个单位`}
      cancelText="取消"
      okButtonProps={{ disabled: chosen.size === 0 }}
      confirmLoading={pending}
      onOk={() => void settle()}
      onCancel={onClose}
    >
      <p className="quiet">
        以文中的名称作为标准名称，以后的规划也认得。与现有单位相近的没有勾选，请核对是否同一个单位。
      </p>
      <Checkbox
        checked={chosen.size === names.length}
        indeterminate={chosen.size > 0 && chosen.size < names.length}
        onChange={({ target }) => setChosen(new Set(target.checked ? names.map(({ name }) => name) : []))}
      >
        全选
      </Checkbox>
      <ul className="settle-all">
        {names.map((row) => (
          <li key={row.name}>
            <Checkbox checked={chosen.has(row.name)} onChange={() => toggle(row.name)}>
              {row.name} <small className="quiet">{mentionWords(row)}</small>
              {row.match.candidates[0] && <small className="quiet">{`，与${row.match.candidates[0].name}相近`}</small>}
            </Checkbox>
          </li>
        ))}
      </ul>
      {refusal !== null && (
        <p className="form-refusal" role="alert">
          {refusal}
        </p>
      )}
    </Modal>
  )
}
