/** Something that the person at the keyboard can put right: the message says how, and no stack is of use. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem'
}
