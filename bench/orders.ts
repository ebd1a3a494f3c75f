// A program of the bench that runs beside it: each order that comes is answered when it has been carried out.

/** Answers orders until whoever sends them is gone; one that fails ends the program, and is told on its standard error. */
export function answeringOrders<O, A>(carryOut: (order: O) => Promise<A>): void {
  process.on('message', (order: O) => {
    carryOut(order).then(
      (answer) => process.send?.(answer),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit(0));
}
