// Sends a few calls as a product would, with Segment's own SDK: node send.mjs <address of Tenure>
import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: 'any', host: process.argv[2], maxRetries: 0, httpRequestTimeout: 60_000 });
const failed = [];
analytics.on('error', (error) => failed.push(error));

// An address as the id of a user: it must reach Tenure, but not be stored there.
const userId = 'anna@example.com';

analytics.group({ userId, groupId: 'acme', traits: { name: 'Acme', industry: 'steel' }, messageId: 'group-1' });
analytics.identify({
  userId,
  traits: { email: userId, department: 'Sales', company: { id: 'acme' } },
  messageId: 'identify-1',
});
analytics.track({ userId, event: 'Signed In', messageId: 'track-1' });
analytics.track({ userId, event: 'Quote Sent', properties: { amount: 3 }, messageId: 'track-2' });
analytics.page({ userId, name: 'Pipeline', messageId: 'page-1' });
await analytics.closeAndFlush();

if (failed.length > 0) {
  console.error(failed);
  process.exit(1);
}
