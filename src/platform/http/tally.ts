// How many answers a site gave and how long they took, for those who watch over it.

/** Answers of one class of status. */
export interface Answers {
  count: number;
  seconds: number;
}

export interface Tally {
  /** One answer more. @param ms from the request's head to the answer's end */
  add(status: number, ms: number): void;
  /** One of them stood ready. */
  stood(): void;
  readonly standing: number;
  /** By class of status: `2xx`, `3xx` … */
  all(): ReadonlyMap<string, Readonly<Answers>>;
}

export function newTally(): Tally {
  const answers = new Map<string, Answers>();
  let standing = 0;
  return {
    add(status, ms) {
      const of = `${Math.floor(status / 100)}xx`;
      let known = answers.get(of);
      if (!known) {
        known = { count: 0, seconds: 0 };
        answers.set(of, known);
      }
      known.count += 1;
      known.seconds += ms / 1000;
    },
    stood() {
      standing += 1;
    },
    get standing() {
      return standing;
    },
    all: () => answers,
  };
}
