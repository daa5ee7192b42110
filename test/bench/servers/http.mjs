// A bare node:http server that reads the body and keeps nothing.
import { createServer } from 'node:http';

const answer = JSON.stringify({ error: 'No channel of this Hookbench has this path.' });
const server = createServer((request, response) => {
  request.on('data', () => undefined);
  request.on('end', () => {
    response.writeHead(404, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(answer),
    });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ webhooks: `http://127.0.0.1:${server.address().port}` }));
});
