import { Input, InputNumber, Select } from 'antd'
import { type PlanTarget, TargetKind, TargetOp } from '#compiler/compiled-plan.ts'
import { kindTitles, opTitles } from '../../domain/labels.data.ts'
import { Labelled } from './labelled.tsx'

type Fields = Partial<
  Pick<PlanTarget, 'indicator' | 'op' | 'value' | 'valueMax' | 'unit' | 'kind' | 'period' | 'modality'>
>

interface TargetFieldsProps {
  target: Fields
  onTarget: (change: Fields) => void
}

const ops = TargetOp.options.map((value) => ({ value, label: opTitles[value] }))
const kinds = TargetKind.options.map((value) => ({ value, label: kindTitles[value] }))
const modalities = ['应当', '力争', '支持'].map((value) => ({ value, label: value }))

function PeriodFields({ target, onTarget }: TargetFieldsProps) {
  const { start = '', end = '' } = target.period ?? {}
  const change = (period: { start: string; end: string }) =>
    onTarget({ period: period.start === '' && period.end === '' ? null : period })
  return (
    <div className="field-row">
      <Labelled label="期限从">
        <Input
          type="date"
          value={start}
          onChange={(e) => change({ start: e.target.value, end: end || e.target.value })}
        />
      </Labelled>
      <Labelled label="到">
        <Input
          type="date"
          value={end}
          onChange={(e) => change({ start: start || e.target.value, end: e.target.value })}
        />
      </Labelled>
    </div>
  )
}

/** A target in its parts: what, how compared, how much, of which unit, of which kind, until when. */
export function TargetFields({ target, onTarget }: TargetFieldsProps) {
  const wide = { width: '100%' }
  return (
    <>
      <Labelled label="指标">
        <Input
          value={target.indicator?.text}
          onChange={(e) => onTarget({ indicator: { text: e.target.value, code: target.indicator?.code ?? null } })}
        />
      </Labelled>
      <div className="field-row">
        <Labelled label="比较">
          <Select value={target.op} options={ops} onChange={(op) => onTarget({ op })} style={wide} />
        </Labelled>
        <Labelled label="数字">
          <InputNumber autoFocus value={target.value} onChange={(value) => onTarget({ value })} style={wide} />
        </Labelled>
        {target.op === 'range' && (
          <Labelled label="至">
            <InputNumber value={target.valueMax} onChange={(valueMax) => onTarget({ valueMax })} style={wide} />
          </Labelled>
        )}
        <Labelled label="单位">
          <Input value={target.unit} maxLength={12} onChange={(e) => onTarget({ unit: e.target.value })} />
        </Labelled>
      </div>
      <div className="field-row">
        <Labelled label="类型">
          <Select value={target.kind} options={kinds} onChange={(kind) => onTarget({ kind })} style={wide} />
        </Labelled>
        <Labelled label="要求">
          <Select
            value={target.modality}
            options={modalities}
            onChange={(modality) => onTarget({ modality })}
            style={wide}
          />
        </Labelled>
      </div>
      <PeriodFields target={target} onTarget={onTarget} />
    </>
  )
}
