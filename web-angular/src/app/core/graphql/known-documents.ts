import { ApolloLink } from '@apollo/client';
import { mergeMap, of } from 'rxjs';

import { documentHashes } from '../../graphql/document-hashes';

/**
 * Sends the hash of a document instead of its text: the server knows the app's documents. A server of another version may not; it is sent the text.
 */
export function knownDocuments(hashes = documentHashes): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const sha256Hash = hashes[operation.operationName ?? ''];
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
