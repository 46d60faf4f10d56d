/** Ids in the new issue → the programme's own ids, for what the issue before had already. */
export interface KeptIds {
  tasks: ReadonlyMap<string, string>
  targets: ReadonlyMap<string, string>
}
