import { Button } from '@mantine/core';
import { Message } from '../shared/ui/message';
import { PageHeading } from '../shared/ui/page-heading';

/** The page itself failed: code that did not load, or a defect. */
export function UnexpectedErrorPage({ error }: { error: unknown }) {
  return (
    <>
      <PageHeading title="This page failed" />
      <Message tone="problem" title="The page could not be drawn">
        <p>
          Reload it; after an update of the server this is usually all it takes. If it fails again, report this text:
        </p>
        <p>
          <code>{error instanceof Error ? error.message : String(error)}</code>
        </p>
        <Button variant="default" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </Message>
    </>
  );
}
