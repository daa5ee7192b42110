// mockttp, recording every request as its users do: its endpoints keep what they have seen.
import { getLocal } from 'mockttp';

const server = getLocal({ recordTraffic: true });
await server.start();
await server.forAnyRequest().thenJson(404, { error: 'No channel of this Hookbench has this path.' });
console.log(JSON.stringify({ webhooks: server.url }));
