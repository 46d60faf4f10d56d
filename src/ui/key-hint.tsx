/** The keys of an action, small beside its words: `<KeyHint keys={['j', 'k']} />`. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className="key-hint no-print" aria-hidden>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
