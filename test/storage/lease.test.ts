import { createLocalLeases } from '../../src/storage/lease.ts';
import { describeLeases } from './lease.contract.ts';

describe('leases within one process', () => {
  const leases = createLocalLeases();
  describeLeases(() => leases);
});
