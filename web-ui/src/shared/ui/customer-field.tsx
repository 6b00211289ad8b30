import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answerOf, api } from '../api/client';
import type { CustomerList } from '../api/types';
import type { StandpointQuery } from '../api/use-standpoint';
import classes from './field.module.css';

interface Props {
  standpoint: StandpointQuery | undefined;
  /** Id of the customer; undefined for all. */
  value: string | undefined;
  onChange: (customerId: string | undefined) => void;
}

const MOST_OFFERED = 12;

/** Narrows a page down to one customer: its name or id is looked up while it is typed. */
export function CustomerField({ standpoint, value = '', onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setDraft(value);
  }
  const [wanted] = useDebouncedValue(draft.trim(), 150);
  const offered = useQuery({
    queryKey: ['customers-offered', standpoint, wanted],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<CustomerList>(
        api.GET('/api/v1/customers', {
          signal,
          params: {
            query: {
              ...standpoint,
              status: 'all',
              limit: MOST_OFFERED,
              ...(wanted === '' ? {} : { search: wanted }),
            },
          },
        }),
      ),
  });
  const customers = offered.data?.customers ?? [];
  const commit = (text: string) => {
    const found = customers.find(({ customerId, name }) => customerId === text || name === text);
    const next = text === '' ? undefined : (found?.customerId ?? text);
    if ((next ?? '') !== value) {
      onChange(next);
    }
  };
  return (
    <div className={classes.field}>
      <label htmlFor={id}>Customer</label>
      <input
        id={id}
        type="search"
        list={`${id}-offered`}
        placeholder="All: name or id"
        autoComplete="off"
        spellCheck={false}
        value={draft}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          // What is chosen from the list, and the emptied field, are complete; what is typed is so on Enter.
          if (currentTarget.value === '' || customers.some(({ customerId }) => customerId === currentTarget.value)) {
            commit(currentTarget.value);
          }
        }}
        onKeyDown={(event) => event.key === 'Enter' && commit(draft.trim())}
        onBlur={() => commit(draft.trim())}
      />
      <datalist id={`${id}-offered`}>
        {customers.map(({ customerId, name }) => (
          <option key={customerId} value={customerId}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  );
}
