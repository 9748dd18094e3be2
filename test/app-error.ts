import { expect } from 'chai';
import { AppError } from '../src/errors.ts';
import type { AppErrorCode } from '../src/errors.ts';

/** Awaits the failure that must come, and returns it for a closer look. */
export async function expectAppError(
  work: Promise<unknown>,
  code: AppErrorCode,
  reason?: string,
): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error(`should have failed with ${code}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error;
  expect(error.code).to.equal(code);
  if (reason !== undefined) expect(error.details.reason).to.equal(reason);
  return error;
}
