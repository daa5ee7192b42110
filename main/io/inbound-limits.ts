/** Time limits in milliseconds, sizes in bytes. Fastify's own defaults leave most of them off. */
export type InboundLimits = {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  readonly connectionsCheckingInterval: number;
  readonly maxHeaderSize: number;
  readonly lingerTime: number;
  readonly closeGrace: number;
};

export const inboundLimits: InboundLimits = {
  // A person may type a head into a terminal; a forgotten connection must not stay for ever.
  headersTimeout: 60_000,
  // The largest body that the settings allow, over a slow tunnel.
  requestTimeout: 300_000,
  // Longer than the keep-alive of common clients and proxies, so that they close first and never write into a closing connection.
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5_000,
  // Four times Node's default: a token that is far too large must be shown, not refused unseen.
  maxHeaderSize: 64 * 1024,
  // How long we go on reading what nobody wants, so that a client that is still writing sees our refusal and not a reset.
  lingerTime: 5_000,
  // How long requests in flight may take to finish when the server closes.
  closeGrace: 300,
};
