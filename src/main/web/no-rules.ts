/**
 * Stands in the bundle for the rules antd's forms can check by: ours are checked by the schema of what they call
 * (decision 0036), so that a second engine of rules would only be loaded.
 */
// oxlint-disable-next-line import/no-default-export -- in the place of a package that has one
export default class NoRules {
  validate(): never {
    throw new Error('Rules of a form stand in its schema.')
  }
}
