import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const project = here('../..');

const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'hookbench-bench-'));

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const packageFolder = (name) => join(project, 'node_modules', name);
const isInstalled = (name) => existsSync(packageFolder(name));

/** A server of ours or a peer: what Node runs, and where it listens when it does not print that itself. */
const hookbench = {
  name: 'Hookbench',
  prepare: async () => {
    const folder = temporaryFolder();
    const args = ['serve', '--port', '0', '--control-port', '0', '--data', folder, '--no-open', '--json'];
    return {
      args: [here('../../dist/main/hookbench.js'), ...args],
      clean: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

const script = (name, file) => ({
  name,
  prepare: async () => ({ args: [here(`./servers/${file}`)], clean: () => undefined }),
});

const mockoon = {
  name: '@mockoon/cli',
  prepare: async () => {
    const folder = temporaryFolder();
    const port = await freePort();
    const response = {
      uuid: 's',
      body: '{}',
      latency: 0,
      statusCode: 404,
      label: '',
      headers: [],
      bodyType: 'INLINE',
      filePath: '',
      databucketID: '',
      sendFileAsBody: false,
      rules: [],
      rulesOperator: 'OR',
      disableTemplating: true,
      fallbackTo404: false,
      default: true,
      crudKey: 'id',
      callbacks: [],
    };
    const route = {
      uuid: 'r',
      type: 'http',
      documentation: '',
      method: 'post',
      endpoint: '*',
      responses: [response],
      responseMode: null,
      streamingMode: null,
      streamingInterval: 0,
    };
    const environment = {
      uuid: 'e',
      lastMigration: 33,
      name: 'bench',
      endpointPrefix: '',
      latency: 0,
      port,
      hostname: '127.0.0.1',
      folders: [],
      routes: [route],
      rootChildren: [{ type: 'route', uuid: 'r' }],
      proxyMode: false,
      proxyHost: '',
      proxyRemovePrefix: false,
      tlsOptions: { enabled: false, type: 'CERT', pfxPath: '', certPath: '', keyPath: '', caPath: '', passphrase: '' },
      cors: false,
      headers: [],
      proxyReqHeaders: [],
      proxyResHeaders: [],
      data: [],
      callbacks: [],
    };
    writeFileSync(join(folder, 'environment.json'), JSON.stringify(environment));
    const cli = join(packageFolder('@mockoon/cli'), 'bin/run.js');
    return {
      args: [
        cli,
        'start',
        '--data',
        join(folder, 'environment.json'),
        '--port',
        String(port),
        '--log-transaction',
        '--disable-log-to-file',
      ],
      url: `http://127.0.0.1:${port}`,
      clean: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** Everything that can be measured here, ours first; peers only where somebody has installed them. */
export const contenders = [
  hookbench,
  script('bare Fastify', 'fastify.mjs'),
  script('bare node:http', 'http.mjs'),
  ...(isInstalled('mockttp') ? [script('mockttp', 'mockttp.mjs')] : []),
  ...(isInstalled('@mockoon/cli') ? [mockoon] : []),
];

export const missingPeers = ['mockttp', '@mockoon/cli'].filter((name) => !isInstalled(name));
