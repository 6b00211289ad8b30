import classes from './tab.module.css';
import type { TabProps } from './tab-props';
import { TermsTable } from './terms-table';

/** What was sold, for how long, and at what price. */
export function CommercialTab({ page }: TabProps) {
  return (
    <div className={classes.tab}>
      <TermsTable terms={page.terms} />
    </div>
  );
}
