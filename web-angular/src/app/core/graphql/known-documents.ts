import { ApolloLink } from '@apollo/client';
import { mergeMap, of } from 'rxjs';

/**
 * Sends the hash of a document instead of its text: the server knows the app's documents. A server of another version may not; it is sent the text.
 */
export function knownDocuments(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    // Put there by codegen/documents.mjs.
    const { hash: sha256Hash } = operation.query as { hash?: string };
    if (!sha256Hash) return forward(operation);

    operation.extensions['persistedQuery'] = { version: 1, sha256Hash };
    operation.setContext({ includeExtensions: true, includeQuery: false });
    return forward(operation).pipe(
      mergeMap((result) => {
        if (!isUnknown(result)) return of(result);
        delete operation.extensions['persistedQuery'];
        operation.setContext({ includeExtensions: false, includeQuery: true });
        return forward(operation);
      }),
    );
  });
}

function isUnknown(result: ApolloLink.Result): boolean {
  const code = result.errors?.[0]?.extensions?.['code'];
  return code === 'PERSISTED_QUERY_NOT_FOUND' || code === 'PERSISTED_QUERY_NOT_SUPPORTED';
}
