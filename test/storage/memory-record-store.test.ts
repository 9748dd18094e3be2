import { createMemoryRecordStore } from './memory-record-store.ts';
import { describeRecordStore, type Words } from './record-store.contract.ts';

describe('records in memory, as the tests use them', () => {
  let store: ReturnType<typeof createMemoryRecordStore<Words>>;
  beforeEach(() => void (store = createMemoryRecordStore<Words>()));
  describeRecordStore(() => store);
});
