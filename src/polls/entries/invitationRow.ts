/** A row of what is shown until somebody has sent something: an empty field, or a step of how to take part. */
export interface InvitationRow {
  /** A few letters on the row's plate. */
  mark: string
  text: string
}
