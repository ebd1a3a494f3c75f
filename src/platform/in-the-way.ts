// What keeps the program from starting and is no fault of it: said to a person in two lines, what it is and what to do. Never a stack.
export class InTheWay extends Error {
  readonly what: string;
  readonly todo: string;

  /**
   * @param what a whole sentence on what is in the way
   * @param todo a whole sentence on what to do
   */
  constructor(what: string, todo: string) {
    super(`${what}\n${todo}`);
    this.what = what;
    this.todo = todo;
  }
}
