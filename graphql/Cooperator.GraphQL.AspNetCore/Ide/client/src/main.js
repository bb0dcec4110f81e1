import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/setup-workers/vite';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import './ide.css';
import { createFetcher } from './fetcher.js';

const root = document.getElementById('ide');
const { endpoint, defaultQuery, defaultHeaders, hiddenHeaders } = JSON.parse(root.dataset.configuration);
const headers = Object.keys(defaultHeaders).length > 0 ? JSON.stringify(defaultHeaders, null, 2) : undefined;
// A link to the endpoint may carry an operation, as in a GET request.
const link = new URLSearchParams(location.search);

createRoot(root).render(
  createElement(GraphiQL, {
    fetcher: createFetcher(endpoint, hiddenHeaders),
    defaultQuery: defaultQuery ?? undefined,
    initialQuery: link.get('query') ?? undefined,
    initialVariables: link.get('variables') ?? undefined,
    initialHeaders: headers,
    defaultHeaders: headers,
    defaultEditorToolsVisibility: headers ? 'headers' : undefined,
  }),
);
