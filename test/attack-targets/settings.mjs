// What both sample servers are told, by environment variables, and how they begin. Nothing here is Hookbench's.
import { createServer } from 'node:http';

const env = process.env;

export const settings = {
  /** HS256 or RS256. */
  algorithm: env.JWT_ALGORITHM ?? 'HS256',
  /** The secret, or the public key as PEM. */
  key: env.JWT_KEY ?? '',
  app: env.JWT_APP ?? '',
  verifyToken: env.VERIFY_TOKEN ?? '',
  eventToken: env.EVENT_TOKEN ?? '',
  accessKey: env.ACCESS_KEY ?? '',
  accessSecret: env.ACCESS_SECRET ?? '',
  botId: env.BOT_ID ?? '',
  appId: env.APP_ID ?? '',
  appSecret: env.APP_SECRET ?? '',
};

/** Serves on any free port of this machine, and prints the port on a line of its own. */
export const serve = (answer) => {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      let status = 500;
      try {
        status = answer({
          method: request.method,
          url: new URL(request.url, 'http://target'),
          headers: request.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      } catch {
        status = 500;
      }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status }));
    });
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
};
