import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-ws';

/**
 * Sends what GraphiQL asks for to one endpoint: subscriptions through a WebSocket, the rest through POST.
 * The headers of the editor travel with both: a socket has them as the payload of its `connection_init`.
 */
export function createFetcher(endpoint, hiddenHeaders) {
  const sockets = new SocketPool(endpoint);
  return (parameters, { headers: shownHeaders, documentAST } = {}) => {
    const headers = { ...hiddenHeaders, ...shownHeaders };
    const operation = documentAST && getOperationAST(documentAST, parameters.operationName || undefined);
    return operation?.operation === 'subscription'
      ? sockets.with(headers).iterate(parameters)
      : post(endpoint, headers, parameters);
  };
}

async function post(endpoint, headers, parameters) {
  const response = await fetch(endpoint, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(parameters),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A proxy, or a server without the endpoint, answers with a page.
    return { status: response.status, statusText: response.statusText, body: text };
  }
}

/** One socket for all subscriptions with the same headers; other headers need a connection of their own. */
class SocketPool {
  #url;
  #key;
  #client;

  constructor(endpoint) {
    const url = new URL(endpoint, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#url = url.href;
  }

  with(headers) {
    const key = JSON.stringify(headers);
    if (key !== this.#key) {
      this.#client?.dispose();
      this.#key = key;
      this.#client = createClient({ url: this.#url, connectionParams: headers });
    }

    return this.#client;
  }
}
