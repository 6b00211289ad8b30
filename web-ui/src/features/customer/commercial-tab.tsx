import { KnownNowNotice } from '../../shared/ui/known-now-notice';
import classes from './tab.module.css';
import type { TabProps } from './tab-props';
import { TermsTable } from './terms-table';

/** What was sold, for how long, and at what price. */
export function CommercialTab({ page }: TabProps) {
  return (
    <div className={classes.tab}>
      <KnownNowNotice what="Terms are" />
      <TermsTable terms={page.terms} />
    </div>
  );
}
