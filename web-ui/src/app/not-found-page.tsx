import { Link } from '@tanstack/react-router';
import { Message } from '../shared/ui/message';
import { PageHeading } from '../shared/ui/page-heading';

/** An address no page stands at. */
export function NotFoundPage() {
  return (
    <>
      <PageHeading title="Page not found" />
      <Message title="There is no page at this address">
        <p>The address may be mistyped, or belong to another version of Tenure.</p>
        <p>
          <Link to="/">Go to the portfolio</Link>
        </p>
      </Message>
    </>
  );
}
