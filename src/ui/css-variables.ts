import 'react'

/** Lets `style={{ '--width': … }}` pass the compiler without a cast. */
declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
