import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { inputBinding, outputBinding, type Provider, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, type Routes, withComponentInputBinding } from '@angular/router';
import { configure, screen, waitFor } from '@testing-library/dom';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import {
  APOLLO_TESTING_CACHE,
  ApolloTestingController,
  ApolloTestingModule,
  type TestOperation,
} from 'apollo-angular/testing';
import axe from 'axe-core';
import { expect, onTestFinished } from 'vitest';

import { requestHeaders } from '../app/core/auth/request-headers';
import { Session, type SessionAnswer } from '../app/core/auth/session';
import { createCache } from '../app/core/graphql/cache';
import type { Locale } from '../app/core/i18n/locales';
import { provideI18n } from '../app/core/i18n/provide-i18n';
import { Texts, type TextSource } from '../app/core/i18n/texts';

// What is waited for comes when it comes, also on a busy machine.
configure({ asyncUtilTimeout: 30_000 });
// Nothing comes into view where nothing is drawn: lists go on when their button is pressed.
globalThis.IntersectionObserver ??= class {
  readonly observe = () => undefined;
  readonly unobserve = () => undefined;
  readonly disconnect = () => undefined;
} as unknown as typeof IntersectionObserver;

interface Scene {
  /** Who is signed in; by default Alma, on the board of Lindenhof. */
  readonly session?: SessionAnswer;
  readonly locale?: Locale;
  /** The words of the feature: scope and source, as in its routes. */
  readonly texts?: readonly [scope: string, source: TextSource];
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, (value: never) => void>>;
  readonly routes?: Routes;
  readonly providers?: readonly Provider[];
}

export interface Stage<T> {
  readonly fixture: ComponentFixture<T>;
  readonly element: HTMLElement;
  readonly user: UserEvent;
  /** Waits for a GraphQL operation of this name and hands it over to be answered. */
  operation(name: string): Promise<TestOperation>;
  /** Waits for an HTTP request and hands it over to be answered. */
  request(method: string, url: string): Promise<TestRequest>;
}

export const alma: SessionAnswer = {
  signedIn: true,
  account: { id: 'account-alma', email: 'alma@example.org', name: 'Alma Berger', language: 'EN', superuser: false },
  coops: [{ slug: 'lindenhof', name: 'Lindenhof', roles: ['ADMIN'], memberId: 'member-alma' }],
  expiresAt: '2027-01-01T00:00:00Z',
};

export const nobody: SessionAnswer = { signedIn: false };

/** The real component with its kit and its real words; only the network is played by the test. */
export async function stage<T>(component: Type<T>, scene: Scene = {}): Promise<Stage<T>> {
  localStorage.setItem('cooperator.coop', 'lindenhof');
  onTestFinished(() => {
    localStorage.clear();
  });
  TestBed.configureTestingModule({
    imports: [ApolloTestingModule],
    providers: [
      provideHttpClient(withInterceptors([requestHeaders])),
      provideHttpClientTesting(),
      provideRouter(scene.routes ?? [], withComponentInputBinding()),
      provideI18n(),
      { provide: APOLLO_TESTING_CACHE, useFactory: createCache },
      ...(scene.providers ?? []),
    ],
  });
  TestBed.inject(Session).adopt(scene.session ?? alma);
  const texts = TestBed.inject(Texts);
  await texts.use(scene.locale ?? 'en');
  if (scene.texts) await texts.add(...scene.texts);

  const fixture = TestBed.createComponent(component, {
    bindings: [
      ...Object.entries(scene.inputs ?? {}).map(([name, value]) => inputBinding(name, () => value)),
      ...Object.entries(scene.outputs ?? {}).map(([name, listener]) => outputBinding(name, listener)),
    ],
  });
  fixture.detectChanges();
  const graphql = TestBed.inject(ApolloTestingController);
  const http = TestBed.inject(HttpTestingController);
  return {
    fixture,
    element: fixture.nativeElement as HTMLElement,
    user: userEvent.setup(),
    operation: (name) => waitFor(() => graphql.expectOne(name)),
    request: (method, url) => waitFor(() => http.expectOne({ method, url })),
  };
}

/** Waits for a dialog, and until it has taken the focus: what is typed before that goes elsewhere. */
export async function openDialog(name?: string, role: 'dialog' | 'alertdialog' = 'dialog'): Promise<HTMLElement> {
  const dialog = await screen.findByRole(role, name ? { name } : {});
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  return dialog;
}

/** Nothing for axe to complain about. Colours are checked in a real browser: this one does not paint. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
