// What keeps the program from starting and is no fault of it: said to a person in two lines, what it is and what to do. Never a stack.
export class InTheWay extends Error {
  /**
   * @param what a whole sentence on what is in the way
   * @param todo a whole sentence on what to do
   */
  constructor(
    readonly what: string,
    readonly todo: string,
  ) {
    super(`${what}\n${todo}`);
  }
}
