// A bare Fastify that parses the body and keeps nothing.
import { fastify } from 'fastify';

const server = fastify();
server.post('/*', (request, reply) => reply.code(404).send({ error: 'No channel of this Hookbench has this path.' }));
console.log(JSON.stringify({ webhooks: await server.listen({ port: 0, host: '127.0.0.1' }) }));
