import { Button, Input } from 'antd'

interface Column<R> {
  field: keyof R & string
  label: string
  type: 'text' | 'date'
}

interface NameRowsProps<R> {
  legend: string
  hint: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  blank: R
  onChange: (rows: R[]) => void
}

/** A short list of names with their days, one line each. */
export function NameRows<R extends { [K in keyof R]: string }>(props: NameRowsProps<R>) {
  const { legend, hint, rows, columns, blank, onChange } = props
  const set = (at: number, field: keyof R, text: string) =>
    onChange(rows.map((row, i) => (i === at ? { ...row, [field]: text } : row)))
  return (
    <fieldset className="name-rows">
      <legend className="form-label">
        {legend} <span className="quiet">{hint}</span>
      </legend>
      {rows.map((row, i) => (
        <div key={i} className="name-row">
          {columns.map(({ field, label, type }) => (
            <label key={field} data-type={type}>
              <span className={type === 'text' ? 'unseen' : 'quiet'}>{label}</span>
              <Input type={type} value={row[field]} onChange={(e) => set(i, field, e.target.value)} />
            </label>
          ))}
          <Button
            type="text"
            aria-label={`去掉第 ${i + 1} 个${legend}`}
            onClick={() => onChange(rows.filter((_, j) => j !== i))}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, blank])}>
        添加{legend}
      </Button>
    </fieldset>
  )
}
