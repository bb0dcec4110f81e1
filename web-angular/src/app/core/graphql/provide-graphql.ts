import { type EnvironmentProviders, inject, makeEnvironmentProviders } from '@angular/core';
import { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { provideApollo } from 'apollo-angular';
import { HttpLink } from 'apollo-angular/http';
import { OperationTypeNode } from 'graphql';

import { createCache } from './cache';
import { knownDocuments } from './known-documents';
import { LiveConnection } from './live-connection';

export function provideGraphQL(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideApollo(() => {
      const http = knownDocuments().concat(inject(HttpLink).create({ uri: '/graphql' }));
      const live = new GraphQLWsLink(inject(LiveConnection).client);
      return {
        cache: createCache(),
        link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
      };
    }),
  ]);
}
