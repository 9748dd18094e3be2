/** Something wrong in a knowledge folder, said so that an editor can mend it. */
export interface Problem {
  /** `error`: the content is wrong. `warning`: it works, but an entry is weak. */
  readonly severity: 'error' | 'warning';
  /** Path inside the knowledge folder, with `/` between its parts. */
  readonly file: string;
  /** Where in the file, as `it.examples[3]`; empty when it is the whole file. */
  readonly field: string;
  /** What is wrong, quoting the value. */
  readonly message: string;
  /** What to do about it. */
  readonly cure: string;
}

/** One line for people: `answers/x.yaml: it.lead: 31 words; write at most 25`. */
export function describeProblem(problem: Problem): string {
  const place = problem.field === '' ? problem.file : `${problem.file}: ${problem.field}`;
  return `${place}: ${problem.message}; ${problem.cure}`;
}
