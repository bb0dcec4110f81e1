import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ApolloClient, type DocumentNode, gql, InMemoryCache } from '@apollo/client';
import { HttpLink } from 'apollo-angular/http';
import { describe, expect, it } from 'vitest';

import { BuildingListDocument } from '../../graphql/units';
import { knownDocuments } from './known-documents';

const query = gql`
  query Known {
    name
  }
`;

function start(document: DocumentNode) {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), HttpLink] });
  const http = TestBed.inject(HttpLink).create({ uri: '/graphql' });
  const client = new ApolloClient({ cache: new InMemoryCache(), link: knownDocuments().concat(http) });
  return { answer: client.query({ query: document }), requests: TestBed.inject(HttpTestingController) };
}

describe('A document the server knows', () => {
  it('is sent by its hash', async () => {
    const { answer, requests } = start({ ...query, hash: 'abc' } as DocumentNode);
    const request = requests.expectOne('/graphql');
    expect(request.request.body.query).toBeUndefined();
    expect(request.request.body.extensions).toEqual({ persistedQuery: { version: 1, sha256Hash: 'abc' } });
    request.flush({ data: { name: 'Alma' } });
    expect((await answer).data).toEqual({ name: 'Alma' });
  });

  it('is sent with its text when the server does not know it after all', async () => {
    const { answer, requests } = start({ ...query, hash: 'abc' } as DocumentNode);
    requests.expectOne('/graphql').flush({
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    const request = requests.expectOne('/graphql');
    expect(request.request.body.query).toContain('query Known');
    expect(request.request.body.extensions).toBeUndefined();
    request.flush({ data: { name: 'Alma' } });
    expect((await answer).data).toEqual({ name: 'Alma' });
  });
});

describe('A generated document', () => {
  it('carries the hash of its text', () => {
    const { requests } = start(BuildingListDocument);
    const { body } = requests.expectOne('/graphql').request;
    expect(body.query).toBeUndefined();
    expect(body.extensions.persistedQuery.sha256Hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('Any other document', () => {
  it('is sent with its text', async () => {
    const { answer, requests } = start(query);
    const request = requests.expectOne('/graphql');
    expect(request.request.body.query).toContain('query Known');
    request.flush({ data: { name: 'Alma' } });
    await answer;
  });
});
