import { Button } from 'antd'

/** Prints the page as it is filtered now. */
export const PrintButton = () => <Button onClick={() => window.print()}>打印</Button>
