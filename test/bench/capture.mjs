// Capture against bare servers and peers: every contender in turn, several rounds, medians, ratios within this one run.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { contenders, missingPeers } from './contenders.mjs';
import { writeFigures } from './readme.mjs';
import { startServer } from './running-server.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    captured: { type: 'string', default: '100000' },
    'no-write': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const captured = Number(values.captured);

const body = JSON.stringify({ message: { text: 'x'.repeat(940) }, from: { id: 'u-42' } });
const load = (url, limit) =>
  autocannon({
    url: `${url}/bench`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    connections: 50,
    ...limit,
  });

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const measureOnce = async (contender) => {
  const server = await startServer(contender);
  try {
    await load(server.url, { duration: 1 });
    const before = await server.measure();
    const result = await load(server.url, { duration: seconds });
    const after = await server.measure();
    return {
      rate: result.requests.total / result.duration,
      cpu: (after.cpuMicroseconds - before.cpuMicroseconds) / result.requests.total,
      p99: result.latency.p99,
      firstAnswer: server.firstAnswer,
    };
  } finally {
    await server.stop();
  }
};

/** Heap and external bytes per captured request, once everything that could be freed is freed. */
const measureMemory = async (contender) => {
  const server = await startServer(contender);
  try {
    await load(server.url, { amount: 2000 });
    const before = await server.measure();
    await load(server.url, { amount: captured });
    const after = await server.measure();
    return { heap: (after.heap - before.heap) / captured, rss: (after.rss - before.rss) / captured };
  } finally {
    await server.stop();
  }
};

const samples = new Map(contenders.map(({ name }) => [name, []]));
for (let round = 1; round <= rounds; round += 1) {
  for (const contender of contenders) {
    samples.get(contender.name).push(await measureOnce(contender));
    console.log(
      `round ${round} of ${rounds}  ${contender.name.padEnd(16)} ${Math.round(samples.get(contender.name).at(-1).rate)} requests/s`,
    );
  }
}
const figures = [];
for (const contender of contenders) {
  const taken = samples.get(contender.name);
  const middle = (key) => median(taken.map((each) => each[key]));
  const memory = await measureMemory(contender);
  figures.push({
    name: contender.name,
    rate: middle('rate'),
    cpu: middle('cpu'),
    p99: middle('p99'),
    firstAnswer: middle('firstAnswer'),
    ...memory,
  });
}

const fastify = figures.find(({ name }) => name === 'bare Fastify');
const header = ['', 'requests/s', 'against Fastify', 'CPU per request', 'p99', 'heap kept per request', 'first answer'];
const rows = figures.map(({ name, rate, cpu, p99, heap, firstAnswer }) => [
  name,
  Math.round(rate).toLocaleString('en'),
  (rate / fastify.rate).toFixed(2),
  `${(cpu / fastify.cpu).toFixed(2)} ×`,
  `${p99} ms`,
  `${(Math.max(0, heap) / 1024).toFixed(2)} KB`,
  `${(firstAnswer / fastify.firstAnswer).toFixed(2)} ×`,
]);
const table = [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const machine = `${cpus().length} × ${cpus()[0].model}, Node ${process.version}, ${rounds} interleaved rounds of ${seconds} s, 50 connections, POST 1 KB JSON; memory after ${captured.toLocaleString('en')} requests`;
const left = missingPeers.length > 0 ? `\n\nNot installed, so not measured: ${missingPeers.join(', ')}.` : '';
const report = `${table}\n\n${machine}.${left}`;
console.log(`\n${report}`);
if (!values['no-write']) writeFigures('bench', report);
