import { learn, type Learned } from '../src/app/trained-index.ts';

let learned: Promise<Learned> | null = null;

/** The knowledge that ships and its matcher, learnt once for all tests of a process: that takes a while, and neither changes. */
export function learnOnce(): Promise<Learned> {
  learned ??= learn();
  return learned;
}
