import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { oneOf } from '../../shared/url/search-values';
import { type Tab, TABS } from './customer-search';

/** The tab that is open: the one in the address, else the one that was last looked at, at whatever customer. */
export function useTab(inAddress: Tab | undefined): Tab {
  const [last, setLast] = useLocalStorage<Tab>({
    key: 'tenure-customer-tab',
    defaultValue: 'overview',
    getInitialValueInEffect: false,
    deserialize: (text) => oneOf(TABS, text) ?? 'overview',
    serialize: (tab) => tab,
  });
  useEffect(() => {
    if (inAddress !== undefined && inAddress !== last) {
      setLast(inAddress);
    }
  }, [inAddress, last, setLast]);
  return inAddress ?? last;
}
