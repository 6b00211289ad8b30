import type { CustomerRow } from '../api/types';

type Stage = NonNullable<CustomerRow['stage']>;

/** The stages of a customer's life by their names. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  sold: 'Sold',
  invited: 'Invited',
  'logged-on': 'Logged on',
  trained: 'Trained',
  tasks: 'Tasks done',
  value: 'Value seen',
  adopted: 'Adopted',
  renewal: 'Renewal due',
};
