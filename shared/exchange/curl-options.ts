/** What an option of curl means to the request that goes out. `file`: it reads one, which is not here. */
export type CurlOption = {
  readonly takes: 'nothing' | 'value';
  readonly means:
    | 'header'
    | 'data'
    | 'data-raw'
    | 'data-binary'
    | 'data-urlencode'
    | 'json'
    | 'form'
    | 'form-string'
    | 'user'
    | 'bearer'
    | 'method'
    | 'get'
    | 'head'
    | 'url'
    | 'url-query'
    | 'cookie'
    | 'agent'
    | 'referer'
    | 'range'
    | 'compressed'
    | 'file'
    | 'login'
    | 'several'
    | 'nothing';
};

type Meaning = CurlOption['means'];

const valued = (means: Meaning, ...names: readonly string[]): readonly (readonly [string, CurlOption])[] =>
  names.map((name) => [name, { takes: 'value', means }]);

const bare = (means: Meaning, ...names: readonly string[]): readonly (readonly [string, CurlOption])[] =>
  names.map((name) => [name, { takes: 'nothing', means }]);

/**
 * The options of curl (its manual, version 8), by their names with the hyphens. Those that change nothing about what is sent, only how
 * it gets there or what is shown, are known as well, so that a copied command can be read; any other is refused.
 */
export const curlOptions: ReadonlyMap<string, CurlOption> = new Map([
  ...valued('header', '-H', '--header'),
  ...valued('data', '-d', '--data', '--data-ascii'),
  ...valued('data-raw', '--data-raw'),
  ...valued('data-binary', '--data-binary'),
  ...valued('data-urlencode', '--data-urlencode'),
  ...valued('json', '--json'),
  ...valued('form', '-F', '--form'),
  ...valued('form-string', '--form-string'),
  ...valued('user', '-u', '--user'),
  ...valued('bearer', '--oauth2-bearer'),
  ...valued('method', '-X', '--request'),
  ...bare('get', '-G', '--get'),
  ...bare('head', '-I', '--head'),
  ...valued('url', '--url'),
  ...valued('url-query', '--url-query'),
  ...valued('cookie', '-b', '--cookie'),
  ...valued('agent', '-A', '--user-agent'),
  ...valued('referer', '-e', '--referer'),
  ...valued('range', '-r', '--range'),
  ...bare('compressed', '--compressed'),
  ...valued('file', '-K', '--config', '-T', '--upload-file', '--netrc-file', '--variable'),
  ...bare('file', '-n', '--netrc', '--netrc-optional'),
  ...bare('login', '--digest', '--ntlm', '--negotiate', '--anyauth'),
  ...valued('login', '--aws-sigv4'),
  ...bare('several', '-:', '--next'),
  ...bare('nothing', '-s', '--silent', '-S', '--show-error', '-k', '--insecure', '-L', '--location', '-v', '--verbose'),
  ...bare('nothing', '-i', '--include', '--show-headers', '-f', '--fail', '--fail-with-body', '-g', '--globoff', '-N'),
  ...bare('nothing', '--no-buffer', '-#', '--progress-bar', '--no-progress-meter', '-O', '--remote-name', '-J', '-q'),
  ...bare('nothing', '-0', '--http1.0', '--http1.1', '--http2', '--http2-prior-knowledge', '--http3', '-4', '-6'),
  ...bare('nothing', '--ipv4', '--ipv6', '--path-as-is', '--basic', '--tcp-nodelay', '--location-trusted', '-Z'),
  ...bare('nothing', '-1', '--tlsv1', '--tlsv1.2', '--tlsv1.3', '--ssl-reqd', '--no-keepalive', '--no-alpn', '--raw'),
  ...bare('nothing', '--post301', '--post302', '--post303', '--disable', '--trace-time', '--compressed-ssh', '-a'),
  ...valued('nothing', '-o', '--output', '--output-dir', '-w', '--write-out', '-m', '--max-time', '--connect-timeout'),
  ...valued('nothing', '-x', '--proxy', '-U', '--proxy-user', '--noproxy', '--resolve', '--connect-to', '--interface'),
  ...valued(
    'nothing',
    '-D',
    '--dump-header',
    '-c',
    '--cookie-jar',
    '--stderr',
    '--trace',
    '--trace-ascii',
    '--ciphers',
  ),
  ...valued('nothing', '--cacert', '--capath', '-E', '--cert', '--key', '--cert-type', '--key-type', '--pass'),
  ...valued(
    'nothing',
    '--retry',
    '--retry-delay',
    '--retry-max-time',
    '--limit-rate',
    '--max-redirs',
    '--max-filesize',
  ),
  ...valued('nothing', '--tls-max', '--pinnedpubkey', '--unix-socket', '--keepalive-time', '--dns-servers', '-y', '-Y'),
]);
