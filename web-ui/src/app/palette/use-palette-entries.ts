import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDebouncedValue } from '@mantine/hooks';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerList } from '../../shared/api/types';
import { useAsOf } from '../../shared/api/use-as-of';
import { type PageAction, usePageActions } from '../../shared/ui/page-actions';
import { NAVIGATION } from '../navigation';
import { matches } from './matches';
import { useGeneralActions } from './use-general-actions';

export interface PaletteEntry {
  key: string;
  title: string;
  kind: string;
  run: () => void;
}

const MOST_CUSTOMERS = 8;

/** What the palette offers for a text: actions of the page, pages, customers, and what can be done everywhere. */
export function usePaletteEntries(text: string): { entries: PaletteEntry[]; searching: boolean } {
  const navigate = useNavigate();
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const asOf = useAsOf()?.day;
  const pageActions = usePageActions();
  const generalActions = useGeneralActions();

  const customers = useQuery({
    queryKey: ['palette-customers', asOf, wanted],
    enabled: wanted !== '' && asOf !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<CustomerList>(
        api.GET('/api/v1/customers', {
          signal,
          params: {
            query: { ...(asOf === undefined ? {} : { asOf }), search: wanted, status: 'all', limit: MOST_CUSTOMERS },
          },
        }),
      ),
  });

  const pages = NAVIGATION.flatMap((group) => group.pages).map((page) => ({
    key: `page ${page.to}`,
    title: page.title,
    kind: 'Page',
    words: page.words,
    run: () => void navigate({ to: page.to }),
  }));
  const found = (text.trim() === '' ? undefined : customers.data?.customers)?.map((customer) => ({
    key: `customer ${customer.customerId}`,
    title: customer.name,
    kind: customer.name === customer.customerId ? 'Customer' : `Customer · ${customer.customerId}`,
    run: () => void navigate({ to: '/customers/$customerId', params: { customerId: customer.customerId } }),
  }));
  const matching = <Entry extends { title: string; words?: string }>(all: readonly Entry[]) =>
    all.filter(({ title, words }) => matches(text, `${title} ${words ?? ''}`));
  return {
    entries: [
      ...matching(pageActions.map(entryOf)),
      ...matching(pages),
      ...(found ?? []),
      ...matching(generalActions.map(entryOf)),
    ],
    searching: customers.isFetching && found === undefined,
  };
}

const entryOf = ({ title, run }: PageAction): PaletteEntry => ({ key: `action ${title}`, title, kind: 'Action', run });
