import { expect } from 'chai';
import * as z from 'zod';
import { readActivity } from '../src/http/incoming-activity.ts';
import { readOutside } from '../src/outside-value.ts';

describe('a value from outside', () => {
  const uncomparable = { length: [{ toString: 0 }] };
  const schema = z.object({ name: z.string().min(1), tags: z.array(z.string()).min(1) });

  it('is refused and never thrown at, whatever its length is', () => {
    for (const value of [
      uncomparable,
      { name: uncomparable, tags: ['a'] },
      { name: 'a', tags: uncomparable },
    ])
      expect(readOutside(schema, value).success).to.equal(false);
    expect(readOutside(schema, { name: 'a', tags: ['b'] }).data).to.deep.equal({ name: 'a', tags: ['b'] });
  });

  it('is no activity then', () => {
    const activity = { type: 'message', channelId: 'msteams', conversation: { id: uncomparable } };
    expect(readActivity(activity, false)).to.include({ isValid: false, status: 400 });
  });
});
