import { ink } from './ink.ts'

/** The product's mark: a chart hung from a rail, in government red. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden>
      <rect width="28" height="28" rx="4" fill={ink.seal} />
      <path d="M5 7h18" stroke="#fff" strokeWidth="2" />
      <path d="M8 7v15h12V7" fill="none" stroke="#fff" strokeWidth="1.6" />
      <path d="M11 11.5h6M11 15h4M11 18.5h5" stroke="#fff" strokeWidth="1.6" />
    </svg>
  )
}
